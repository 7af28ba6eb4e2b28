using Minqing.Domain.Regions;
using Minqing.Storage.Searching;

namespace Minqing.Storage.Regions;

/// <summary>What a place can be found by: any part of its name is the beginning of one of its terms.</summary>
public static class PlaceTerms
{
    private const int LongestTerm = 20;
    private const int TermsAtMost = 24;

    /// <summary>The terms of a name, each once, and where in the name it begins.</summary>
    public static IEnumerable<(string Term, int At)> Of(string name)
    {
        var plain = Plain(RegionName.Short(name));
        var parts = From(plain).Concat(Pinyin.Readings(plain).SelectMany((reading, i) => i == 0 ? From(reading) : From(reading).Take(1)));
        return parts.DistinctBy(t => t.Term);
    }

    /// <summary>As it is compared: without spaces and signs, small letters, plain digits.</summary>
    public static string Plain(string text) => string.Concat(text.Select(Letters.Plain).Where(char.IsLetterOrDigit));

    // One sign finds too much to be of use.
    private static IEnumerable<(string Term, int At)> From(string plain) =>
        Enumerable.Range(0, Math.Clamp(plain.Length - 1, Math.Min(1, plain.Length), TermsAtMost)).Select(i => (plain[i..Math.Min(plain.Length, i + LongestTerm)], i));
}
