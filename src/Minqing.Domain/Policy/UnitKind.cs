namespace Minqing.Domain.Policy;

/// <summary>What kind of unit it is (O-03).</summary>
public enum UnitKind
{
    Village,
    GovernanceCentre,
    PartyCommittee,
    PoliceStation,
    JudicialOffice,
    Department,
    DeputyStation,
    DeputyCommittee,
    CommandCentre,
    CityOffice,
    SubCentre,
    ServiceWindow,
    Volunteers,

    /// <summary>Outside the platform: a petition office, a court, the platform of the level above.</summary>
    Outside,
}
