using Minqing.Domain.Policy;

namespace Minqing.App.Running;

/// <summary>A piece of work with its time: its name, when it runs, who does it, and what of the profile it is about.</summary>
/// <param name="AtWork">Whether what falls on a free day waits for the next working day.</param>
public sealed record ScheduledJob(string Name, Weekly When, Type Work, object About, bool AtWork = false);
