namespace Minqing.Domain.Policy;

/// <summary>When each unit is asked to reconcile its list (周对账), and within how many working days it is to answer.</summary>
/// <param name="RuledBy">Whose posts above the unit rule on what it objects.</param>
public sealed record ReconciliationRule(Weekly When, int WorkingDays, IReadOnlyList<Role> RuledBy);
