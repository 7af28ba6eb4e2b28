using System.Text.RegularExpressions;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Texts;

/// <summary>A "no" in words: its code, what it is called, and, where there is more to say, this time's facts.</summary>
public sealed partial record ProblemWords(string Code, string Title, string? Detail)
{
    /// <summary>What a page shows.</summary>
    public string Shown => Detail ?? Title;

    public static ProblemWords Of(Problem problem)
    {
        var code = Kebab(problem.GetType().Name);
        var detail = $"problem.{code}.detail";
        return Words.Has(detail)
            ? new(code, Words.Say($"problem.{code}.title"), Words.Say(detail, Facts(problem)))
            : new(code, Words.Say($"problem.{code}"), null);
    }

    /// <summary><c>AlreadyTaken</c> is <c>already-taken</c>.</summary>
    public static string Kebab(string name) => Capital.Replace(name, "-$0").ToLowerInvariant();

    private static (string, object?)[] Facts(Problem problem) =>
        [.. problem.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => (p.Name, p.GetValue(problem)))];

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])")]
    private static partial Regex Capital { get; }
}
