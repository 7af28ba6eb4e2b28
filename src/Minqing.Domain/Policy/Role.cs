namespace Minqing.Domain.Policy;

/// <summary>What a post is for. The first nine are Baiyin's chain of responsibility, lowest first.</summary>
public enum Role
{
    VillageSecretary,
    VillagePolice,
    PostedCadre,
    TownCommissioner,
    TownHead,
    CountyLeaderInCharge,
    CountyPoliticalLegalSecretary,
    CountyHead,
    CityPoliticalLegalSecretary,
    TownCentre,
    CountyCentre,
    FollowUpDesk,
    CityCentre,
    DepartmentOfficer,
    GridOfficer,
    Administrator,
    SecurityAdministrator,
    AuditAdministrator,
    Inspector,
    Deputy,
}
