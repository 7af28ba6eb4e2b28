using System.Text;

namespace Minqing.Storage.Searching;

/// <summary>Words as pairs of neighbouring signs: what two people have in common when they say the same thing in different words. No dictionary is needed.</summary>
public static class Bigrams
{
    private const int SignsAtMost = 400;

    // A number of this length may be somebody's telephone or identity card: it is not kept.
    private const int LongestNumber = 4;
    private const int LongestWord = 16;

    // They join words and say nothing.
    private const string Glue = "的了吗呢吧啊呀嘛是在";

    /// <summary>Each pair once, in the order in which they come.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var found = new List<string>();
        var run = new StringBuilder();
        var han = false;
        foreach (var sign in text.Take(SignsAtMost).Select(Letters.Plain).Append(' '))
        {
            var (isHan, isWord) = (Letters.IsHan(sign) && !Glue.Contains(sign, StringComparison.Ordinal), char.IsAsciiLetterOrDigit(sign));
            if (run.Length > 0 && (han ? !isHan : !isWord))
            {
                found.AddRange(Split(run.ToString(), han));
                run.Clear();
            }

            if (isHan || isWord)
            {
                han = isHan;
                run.Append(sign);
            }
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<string> Split(string run, bool han) =>
        han ? Enumerable.Range(0, run.Length - 1).Select(i => run.Substring(i, 2))
        : run.Length is < 2 or > LongestWord || run.Count(char.IsAsciiDigit) > LongestNumber ? []
        : [run];
}
