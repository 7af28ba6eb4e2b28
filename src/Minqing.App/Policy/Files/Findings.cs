using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>What reading a profile brings to light: problems, assumptions, and where each part stands, so that later rules can point at it.</summary>
internal sealed class Findings
{
    private readonly Dictionary<object, (string File, long Line)> places = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<object, string> files = new(ReferenceEqualityComparer.Instance);

    public List<ProfileProblem> Problems { get; } = [];

    public List<string> Assumptions { get; } = [];

    /// <summary>Files, and groups in files, in which something could not be read: rules that lean on them would only repeat it.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>Remembers from which file each node of a document comes: a profile that extends another mixes them.</summary>
    public void From(YamlDocument document, string file)
    {
        foreach (var node in document.AllNodes)
        {
            files[node] = file;
        }
    }

    /// <summary>The file that a node was read from.</summary>
    public string FileOf(YamlNode node, string otherwise) => files.GetValueOrDefault(node, otherwise);

    public void Unreadable(string file, string? group, long line, string reason)
    {
        Problems.Add(new(file, line, reason));
        Broken.Add(group ?? Path.GetFileName(file));
    }

    public T Stands<T>(T part, string file, long line)
        where T : class
    {
        places[part] = (file, line);
        return part;
    }

    public (string File, long Line) PlaceOf(object part) => places[part];

    /// <summary>The same, or null for what no file says.</summary>
    public (string File, long Line)? TryPlaceOf(object part) => places.TryGetValue(part, out var place) ? place : null;
}
