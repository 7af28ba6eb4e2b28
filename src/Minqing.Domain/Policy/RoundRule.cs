namespace Minqing.Domain.Policy;

/// <summary>A list that leaders of a level get each week, or each working day, to instruct on (S-03).</summary>
/// <param name="Level">The level whose leaders get one, each for their region.</param>
/// <param name="Roles">Who gets it there.</param>
/// <param name="UnsolvedDays">After how many days an open appeal has gone unsolved for long.</param>
/// <param name="After">The level whose instructions had no effect, where the list is of those alone; null for the list of what is overdue, long unsolved, of many or repeated.</param>
/// <param name="EffectDays">How many days an instruction has to show effect.</param>
public sealed record RoundRule(RegionLevel Level, IReadOnlyList<Role> Roles, Weekly When, int UnsolvedDays, RegionLevel? After, int EffectDays);
