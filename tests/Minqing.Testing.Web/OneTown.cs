using System.Runtime.CompilerServices;

namespace Minqing.Testing.Web;

/// <summary>A small part of Baiyin's divisions: one town, and what is above it.</summary>
public static class OneTown
{
    private const string Town = "620402001";

    private static readonly string[] Above = ["620000000000", "620400000000", "620402000000"];

    /// <summary>Writes them into a folder; gives the file's path.</summary>
    public static async Task<string> WriteAsync(string folder)
    {
        var all = await File.ReadAllLinesAsync(Path.Combine(Here(), "../../profiles/baiyin/regions.csv"));
        var file = Path.Combine(folder, "regions.csv");
        await File.WriteAllLinesAsync(file, all.Where((line, i) => i == 0 || line.StartsWith(Town, StringComparison.Ordinal) || Above.Any(a => line.StartsWith(a, StringComparison.Ordinal))));
        return file;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
