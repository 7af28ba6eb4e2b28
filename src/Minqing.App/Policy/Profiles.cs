using Minqing.App.Policy.Files;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy;

/// <summary>Reads profiles from their folders of YAML.</summary>
public static class Profiles
{
    /// <summary>The folder of a profile: a path, or a name below <c>profiles/</c> beside the program or above it.</summary>
    public static string Find(string name)
    {
        if (Directory.Exists(name))
        {
            return Path.GetFullPath(name);
        }

        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            var folder = Path.Combine(up.FullName, "profiles", name);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"There is no profile {name}: neither a folder of that name nor one below profiles/.");
    }

    /// <summary>The profile, checked. Throws <see cref="ProfileNotUsableException"/> with every problem.</summary>
    public static Profile Load(string name)
    {
        var folder = Find(name);
        var (profile, problems) = Check(folder);
        return problems.Count == 0 ? profile! : throw new ProfileNotUsableException(folder, problems);
    }

    /// <summary>The profile as far as it can be read, and everything that is wrong with it.</summary>
    public static (Profile? Profile, IReadOnlyList<ProfileProblem> Problems) Check(string folder)
    {
        var problems = new List<ProfileProblem>();
        var files = new ProfileFiles(folder, problems);
        var profile = new ProfileReader(files).Read();
        if (problems.Count == 0)
        {
            ProfileRules.Check(profile, files, problems);
        }

        return (problems.Count == 0 ? profile : null, [.. problems.OrderBy(p => p.File).ThenBy(p => p.Line)]);
    }
}
