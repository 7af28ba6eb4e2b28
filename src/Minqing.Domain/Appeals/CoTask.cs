using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>What a unit beside the lead is asked to do, and by when.</summary>
/// <param name="Until">The last day; null for the profile's limit.</param>
public sealed record CoTask(LevelUnit To, Written Requirement, DateOnly? Until);
