using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>A profile as it was read, before it has passed its rules.</summary>
internal sealed class Draft(Profile profile, Findings findings)
{
    public Profile Profile => profile;

    /// <summary>Whether everything in a group of settings could be read. A rule says nothing of what it would only half see.</summary>
    public bool Readable(string file, string group) => !findings.Broken.Contains(file) && !findings.Broken.Contains(group);

    /// <summary>Notes a problem at the place of a part unless something holds.</summary>
    public void Need(bool holds, object part, string reason)
    {
        if (!holds)
        {
            var (file, line) = findings.PlaceOf(part);
            findings.Problems.Add(new(file, line, reason));
        }
    }

    /// <summary>Notes every part whose name stood there before.</summary>
    public void Once<T>(IEnumerable<T> parts, Func<T, string> name, string what)
        where T : class
    {
        foreach (var part in parts.GroupBy(name).SelectMany(g => g.Skip(1)))
        {
            Need(false, part, $"The {what} {name(part)} stands there twice.");
        }
    }
}
