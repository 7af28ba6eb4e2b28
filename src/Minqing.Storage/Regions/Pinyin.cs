using System.Collections.Frozen;

namespace Minqing.Storage.Regions;

/// <summary>The initials by which people type a place quickly: hwsq for 红卫社区.</summary>
public static class Pinyin
{
    private const char First = '\u4e00';
    private const int VariantsAtMost = 4;

    private static readonly Lazy<(string Usual, FrozenDictionary<char, string> More)> Table = new(Read);

    /// <summary>The usual initial of every sign; letters and digits stand for themselves, everything else is left out.</summary>
    public static string Initials(string name) => string.Concat(name.Select(Usual).Where(c => c != '-'));

    /// <summary>The same, and the variants in which one sign is read another way: 长 is chang or zhang.</summary>
    public static IReadOnlyList<string> Readings(string name)
    {
        var usual = Initials(name);
        var signs = name.Where(c => Usual(c) != '-').ToList();
        var others = signs.SelectMany((c, i) => Table.Value.More.GetValueOrDefault(c, "").Select(other => usual[..i] + other + usual[(i + 1)..]));
        return [usual, .. others.Take(VariantsAtMost - 1)];
    }

    private static char Usual(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => char.ToLowerInvariant(c),
        >= First when c - First < Table.Value.Usual.Length => Table.Value.Usual[c - First],
        _ => '-',
    };

    private static (string Usual, FrozenDictionary<char, string> More) Read()
    {
        using var reader = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin-initials.txt")!);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split('#', StringSplitOptions.RemoveEmptyEntries);
        var usual = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        return (string.Concat(usual), parts[1].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenDictionary(m => m[0], m => m[1..]));
    }
}
