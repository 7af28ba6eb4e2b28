namespace Minqing.Domain.Policy;

/// <summary>When several reports of one kind propose special governance, and whose post confirms it (S-06).</summary>
/// <param name="Reports">So many at least.</param>
/// <param name="Days">Within so many days.</param>
/// <param name="At">Under one region of this level.</param>
/// <param name="ConfirmedBy">The roles whose posts take a project on.</param>
public sealed record GovernanceRules(int Reports, int Days, RegionLevel At, IReadOnlyList<Role> ConfirmedBy)
{
    /// <summary>For a profile that says nothing of it.</summary>
    public static readonly GovernanceRules Usual = new(3, 30, RegionLevel.Township,
        [Role.CountyPoliticalLegalSecretary, Role.CountyHead, Role.CityPoliticalLegalSecretary, Role.CitySecretary, Role.CityOffice, Role.DeputyCommittee]);
}
