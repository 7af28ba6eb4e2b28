namespace Minqing.Domain.Policy;

/// <summary>The category that words speak of, by the profile's list of words: simple enough to be explained in one line, and whatever a person chooses stands.</summary>
/// <param name="Words">What speaks for it.</param>
public sealed record SuggestedCategory(Category Category, IReadOnlyList<string> Words)
{
    private const int LongestText = 2000;
    private const int TimesAtMost = 3;

    /// <summary>Null where no word of the list is said.</summary>
    public static SuggestedCategory? Of(Profile profile, string? text)
    {
        var said = text is { Length: > LongestText } ? text[..LongestText] : text ?? "";
        return profile.Keywords
            .Select(k => (Category: profile.Categories.FirstOrDefault(c => c.Code == k.Category), Words: k.Words.Where(w => said.Contains(w, StringComparison.Ordinal)).ToList()))
            .Where(k => k.Category is not null && k.Words.Count > 0)
            // A longer word says more than two short ones; what is said again and again is the matter.
            .OrderByDescending(k => k.Words.Sum(w => w.Length * w.Length * Math.Min(TimesAtMost, said.AsSpan().Count(w))))
            .Select(k => new SuggestedCategory(k.Category!, k.Words)).FirstOrDefault();
    }
}
