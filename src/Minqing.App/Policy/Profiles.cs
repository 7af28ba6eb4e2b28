using Minqing.App.Policy.Files;
using Minqing.App.Policy.National;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy;

/// <summary>Reads profiles from their folders of YAML, and holds them to every rule that a profile must pass.</summary>
public static class Profiles
{
    /// <summary>The profile, checked. Throws <see cref="ProfileNotUsableException"/> with every problem.</summary>
    /// <param name="name">A path, or the name of a folder below <c>profiles/</c>.</param>
    public static Profile Load(string name)
    {
        var report = Check(name);
        return report is { Profile: { } profile, Problems: [] } ? profile : throw new ProfileNotUsableException(report.Problems);
    }

    /// <summary>Reads and checks a profile; every problem is told at once.</summary>
    public static ProfileReport Check(string name)
    {
        if (FolderOf(name) is not { } folder)
        {
            return new(null, [Unknown(name)], []);
        }

        var findings = new Findings();
        var draft = new Draft(new ProfileReader(FilesOf(folder, findings)).Read(), findings);
        if (draft.Profile.Id.Length == 0)
        {
            // Without its main file nothing is known of what it extends.
            return new(draft.Profile, [.. findings.Problems.Where(p => Path.GetFileName(p.File) == ProfileFiles.Main)], []);
        }

        foreach (var rule in ProfileRules.All)
        {
            rule(draft);
        }

        var problems = findings.Problems.Distinct().OrderBy(p => Array.IndexOf(ProfileFiles.Names, Path.GetFileName(p.File))).ThenBy(p => p.Line).ToList();
        var places = new ProfilePlaces(findings);
        return new(draft.Profile, problems, findings.Assumptions) { Places = places, Touched = problems.Count == 0 ? NationalRules.Touched(draft.Profile, places) : [] };
    }

    /// <summary>The folder of a profile: a path, or a name below <c>profiles/</c> beside the program or above it. Throws <see cref="ProfileNotUsableException"/> when there is none.</summary>
    public static string Find(string name) => FolderOf(name) ?? throw new ProfileNotUsableException([Unknown(name)]);

    /// <summary>What two profiles say differently, file by file. Throws <see cref="ProfileNotUsableException"/> when one cannot be read.</summary>
    public static IReadOnlyList<Difference> Compare(string one, string other)
    {
        var (findings, differences) = (new Findings(), new List<Difference>());
        var (a, b) = (FilesOf(Find(one), findings), FilesOf(Find(other), findings));
        foreach (var file in ProfileFiles.Names.Where(n => a.Has(n) || b.Has(n)))
        {
            differences.AddRange(YamlDiff.Of(file, a.Has(file) ? a.Merged(file) : null, b.Has(file) ? b.Merged(file) : null));
        }

        return findings.Problems.Count == 0 ? differences : throw new ProfileNotUsableException(findings.Problems);
    }

    private static ProfileFiles FilesOf(string folder, Findings findings) =>
        new(Extended.Folders(folder, name => Beside(folder, name) ?? FolderOf(name), findings), findings);

    private static string? FolderOf(string name) =>
        Directory.Exists(name) ? name
        : name.AsSpan().ContainsAny('/', '\\') ? null
        : Above().Select(f => Path.Combine(f, name)).FirstOrDefault(Directory.Exists);

    private static string? Beside(string folder, string name) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!, name) is var beside && File.Exists(Path.Combine(beside, ProfileFiles.Main)) ? beside : null;

    private static ProfileProblem Unknown(string name) =>
        new(name, 0, $"There is no such profile: neither a folder of that name nor one below profiles/.{Nearest.Hint(name, Known())}");

    private static IEnumerable<string> Known() => Above().Where(Directory.Exists).SelectMany(Directory.GetDirectories).Select(f => Path.GetFileName(f)!).Distinct();

    private static IEnumerable<string> Above()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            yield return Path.Combine(up.FullName, "profiles");
        }
    }
}
