namespace Minqing.Architecture.Tests;

/// <summary>A file of code as people wrote it.</summary>
internal sealed record Source(string Path, IReadOnlyList<string> Lines);

/// <summary>The checkout that the tests were built from.</summary>
internal static class Sources
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    public static IEnumerable<Source> Files(params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Root, path)
        where !name.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "node_modules")
        orderby name
        select new Source(name, File.ReadAllLines(path));

    /// <summary>A page of the documentation.</summary>
    public static string Page(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Minqing.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not in a checkout."));
}
