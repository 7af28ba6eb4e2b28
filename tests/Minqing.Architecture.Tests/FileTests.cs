namespace Minqing.Architecture.Tests;

public sealed class FileTests
{
    private const int Longest = 250;

    [Fact]
    public void No_file_is_longer_than_a_thought() =>
        Expect.None(TooLong(Sources.Files("src", "tests", "tools")));

    [Fact]
    public void A_file_that_is_too_long_is_found() =>
        Assert.Equal(["long.cs: 251 lines"], TooLong([new("long.cs", [.. Enumerable.Repeat("", Longest + 1)]), new("short.cs", [.. Enumerable.Repeat("", Longest)])]));

    [Fact]
    public void Every_public_type_says_what_it_is() => Expect.None(Silent(Sources.Files("src")));

    [Fact]
    public void A_public_type_that_says_nothing_is_found() =>
        Assert.Equal(["a.cs: public sealed class A;"], Silent([new("a.cs", ["namespace X;", "", "public sealed class A;"]), new("b.cs", ["/// <summary>B.</summary>", "[Some]", "public sealed class B;"])]));

    [Fact]
    public void No_path_of_a_machine_is_in_the_code() =>
        Expect.None(MachinePaths(Sources.Files("src", "tests", "tools")));

    [Fact]
    public void A_path_of_a_machine_is_found() =>
        Assert.Equal(["a.cs:1"], MachinePaths([new("a.cs", [$"var path = \"{"/"}root/x\";"])]));

    private static IEnumerable<string> TooLong(IEnumerable<Source> files) =>
        files.Where(f => f.Lines.Count > Longest).Select(f => $"{f.Path}: {f.Lines.Count} lines");

    private static IEnumerable<string> Silent(IEnumerable<Source> files) =>
        from file in files
        where !IsFurtherPart(file.Path)
        from line in file.Lines.Index()
        where line.Item.StartsWith("public ", StringComparison.Ordinal) && Above(file, line.Index) is var above && !above.StartsWith("///", StringComparison.Ordinal)
        select $"{file.Path}: {line.Item}";

    // Appeal.Closing.cs is a part of what Appeal.cs introduces.
    private static bool IsFurtherPart(string path) => Path.GetFileNameWithoutExtension(path) is var name && name.Contains('.') && !name.EndsWith(".cshtml", StringComparison.Ordinal);

    // Attributes may stand between the sentence and the type.
    private static string Above(Source file, int at) =>
        file.Lines.Take(at).Reverse().FirstOrDefault(l => !l.StartsWith('[') && !l.StartsWith('#')) ?? "";

    private static IEnumerable<string> MachinePaths(IEnumerable<Source> files) =>
        from file in files
        from line in file.Lines.Index()
        where line.Item.Contains("\"/" + "root/", StringComparison.Ordinal) || line.Item.Contains("/" + "work/", StringComparison.Ordinal) || line.Item.Contains("\"/" + "home/", StringComparison.Ordinal)
        select $"{file.Path}:{line.Index + 1}";
}
