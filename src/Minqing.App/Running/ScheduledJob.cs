using Minqing.Domain.Policy;

namespace Minqing.App.Running;

/// <summary>A piece of work with its time: its name, when it runs, who does it, and what of the profile it is about.</summary>
public sealed record ScheduledJob(string Name, Weekly When, Type Work, object About);
