using Minqing.App.Policy;

namespace Minqing.App.Tests.Policy;

/// <summary>A copy of the rules of a city, and of what they extend, in which something can be spoilt.</summary>
internal sealed class SpoiltProfile : IDisposable
{
    private readonly string[] folders;

    private readonly string all = Directory.CreateTempSubdirectory("minqing-profile-").FullName;

    public SpoiltProfile(string city = "baiyin")
    {
        folders = [city, "base"];
        foreach (var name in folders)
        {
            var folder = Directory.CreateDirectory(Path.Combine(all, name)).FullName;
            foreach (var file in Directory.GetFiles(Profiles.Find(name), "*.yaml"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }
    }

    public string Folder => Path.Combine(all, folders[0]);

    /// <summary>Each problem as <c>file:line: reason</c>, the folder left out.</summary>
    public IReadOnlyList<string> Problems => [.. Profiles.Check(Folder).Problems.Select(p => (p with { File = Path.GetFileName(p.File) }).ToString())];

    /// <summary>Replaces the first place where something stands, in the city's own file or in the one extended; gives its line.</summary>
    public int Spoil(string file, string was, string now)
    {
        var path = folders.Select(f => Path.Combine(all, f, file)).FirstOrDefault(p => File.Exists(p) && File.ReadAllText(p).Contains(was, StringComparison.Ordinal));
        Assert.True(path is not null, $"{file} does not hold {was}");
        var text = File.ReadAllText(path);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + now + text[(at + was.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    public void Dispose() => Directory.Delete(all, recursive: true);
}
