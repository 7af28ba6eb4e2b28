using Minqing.App.Policy;

namespace Minqing.App.Tests.Policy;

/// <summary>A copy of the rules of Baiyin in which something can be spoilt.</summary>
internal sealed class SpoiltProfile : IDisposable
{
    public SpoiltProfile()
    {
        foreach (var file in Directory.GetFiles(Profiles.Find("baiyin"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("minqing-profile-").FullName;

    /// <summary>Each problem as <c>file:line: reason</c>, the folder left out.</summary>
    public IReadOnlyList<string> Problems => [.. Profiles.Check(Folder).Problems.Select(p => p.ToString()[(Folder.Length + 1)..])];

    /// <summary>Replaces the first place where something stands; gives its line.</summary>
    public int Spoil(string file, string was, string now)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold {was}");
        File.WriteAllText(path, text[..at] + now + text[(at + was.Length)..]);
        return text[..at].Count(c => c == '\n') + 1;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
