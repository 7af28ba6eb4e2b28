namespace Minqing.Domain.Policy;

/// <summary>A standard wording for a step (规范用语), filled in with the appeal's facts (H-18).</summary>
/// <param name="Categories">The categories that it is for; none for all.</param>
public sealed record ReplyTemplate(string Id, Step Step, string Title, string Text, IReadOnlyList<string> Categories)
{
    /// <summary>The facts that a wording may name, each in braces.</summary>
    public static readonly IReadOnlyList<string> Facts = ["place", "category", "unit", "date"];

    public bool Fits(Step step, string category) => Step == step && (Categories.Count == 0 || Categories.Contains(category));

    /// <summary>The words with the facts in their places.</summary>
    public string Filled(string place, string category, string unit, DateOnly date) => Holes.Fill(Text, hole => hole switch
    {
        "place" => place,
        "category" => category,
        "unit" => unit,
        "date" => $"{date.Month}月{date.Day}日",
        _ => null,
    });
}
