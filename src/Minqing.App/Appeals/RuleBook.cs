using Minqing.App.Policy;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals;

/// <summary>The rules in force at a place: the profile's, with its flow and its timetable.</summary>
public sealed class RuleBook(Profile profile, Timetables timetables)
{
    private readonly Rules rules = new(profile, new Workflow(profile), timetables.InForce);

    /// <summary>The profile in force is that of the nearest region above that names one; an installation with one profile has one answer.</summary>
    public Rules For(string path) =>
        string.IsNullOrEmpty(path) ? throw new ArgumentException("A place has a path.", nameof(path)) : rules;
}
