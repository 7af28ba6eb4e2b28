using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>三员分立: whoever runs the platform, whoever keeps its accounts and whoever audits it are three people, and none of them makes another.</summary>
public static class Separation
{
    /// <summary>The roles of which nobody has two.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.Administrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    /// <summary>Whether a post of the role is given and taken on the server alone, by no administrator's hand.</summary>
    public static bool AtServer(Role role) => role is Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>Whether somebody with the one may not have the other.</summary>
    public static bool Apart(Role role, Role other) => role != other && Roles.Contains(role) && Roles.Contains(other);
}
