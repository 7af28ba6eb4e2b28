using System.Text.RegularExpressions;

namespace Minqing.Architecture.Tests;

/// <summary>Each name that the glossary gives is a name in the code.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_name_of_the_glossary_is_in_the_code() => Expect.None(Missing(Sources.Page("docs/glossary.md"), Sources.Files("src")));

    [Fact]
    public void A_name_that_is_nowhere_but_in_a_comment_is_found() =>
        Assert.Equal(["Conference", "Study"], Missing("| 会商 | `Conference`, `Meeting` | `Study` |", [new("a.cs", ["enum Kind", "    Meeting, // a Conference", "/// A Study."])]));

    private static IEnumerable<string> Missing(string page, IEnumerable<Source> files)
    {
        var known = files.SelectMany(f => f.Lines).Select(l => l.Split("//")[0]).SelectMany(l => Name().Matches(l)).Select(m => m.Value).ToHashSet();
        return Given().Matches(page).SelectMany(m => Name().Matches(m.Groups[1].Value)).Select(m => m.Value).Where(n => !known.Contains(n)).Distinct().Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("`([A-Za-z, ]+)`")]
    private static partial Regex Given();

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Name();
}
