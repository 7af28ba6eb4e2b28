namespace Minqing.App.Policy.Files;

/// <summary>What reading a profile brings to light: problems, assumptions, and where each part stands, so that later rules can point at it.</summary>
internal sealed class Findings
{
    private readonly Dictionary<object, (string File, long Line)> places = new(ReferenceEqualityComparer.Instance);

    public List<ProfileProblem> Problems { get; } = [];

    public List<string> Assumptions { get; } = [];

    /// <summary>Files, and groups in files, in which something could not be read: rules that lean on them would only repeat it.</summary>
    public HashSet<string> Broken { get; } = [];

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
}
