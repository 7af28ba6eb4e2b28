using Minqing.Domain.People;

namespace Minqing.Web.Staff;

/// <summary>One of the units that serve the place, chosen from a list by level.</summary>
public sealed record UnitChoice(string Name, string Label, IReadOnlyList<ServingUnit> Units, Guid? Chosen, string? Hint = null, string? Error = null, bool Optional = false);
