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

    /// <summary>市委书记 or 区（县）委书记 above the chain.</summary>
    CitySecretary,

    /// <summary>Of a deputies' liaison station: looks at what comes in before it is dispatched.</summary>
    StationChief,

    /// <summary>Of the deputies' committee.</summary>
    DeputyCommittee,

    /// <summary>Of a city's office that assigns everything.</summary>
    CityOffice,

    /// <summary>Takes calls and visits down.</summary>
    HotlineOperator,

    /// <summary>Leads the officers of some grids.</summary>
    GridLeader,
}
