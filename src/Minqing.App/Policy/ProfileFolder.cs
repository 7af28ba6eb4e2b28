namespace Minqing.App.Policy;

/// <summary>Where the files of a profile are: a path, or a name below <c>profiles/</c> beside the program or in the checkout around it.</summary>
public static class ProfileFolder
{
    public static string Find(string profile)
    {
        if (Directory.Exists(profile))
            return Path.GetFullPath(profile);
        var around = Around(AppContext.BaseDirectory).Concat(Around(Directory.GetCurrentDirectory()));
        return around.Select(folder => Path.Combine(folder, "profiles", profile)).FirstOrDefault(Directory.Exists)
            ?? throw new InvalidDataException($"profile: there is no folder \"{profile}\", nor profiles/{profile} beside the program.");
    }

    private static IEnumerable<string> Around(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)))
            yield return folder;
    }
}
