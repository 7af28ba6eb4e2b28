namespace Minqing.Domain.People;

/// <summary>One line of the table of permissions: what, and how far.</summary>
public sealed record Grant(Permission Permission, Area Area);
