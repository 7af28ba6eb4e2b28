using Minqing.Domain.Policy;
using static Minqing.Domain.People.Permission;

namespace Minqing.Domain.People;

/// <summary>Who may see and do what: the one table. The profile's flow narrows the steps by stage; nothing widens them.</summary>
public static class Permissions
{
    private static readonly Dictionary<Role, IReadOnlyList<Grant>> Table = Enum.GetValues<Role>().ToDictionary(r => r, Rows);

    public static IReadOnlyList<Grant> Of(Role role) => Table[role];

    /// <summary>Whether the role sees sensitive appeals of its area. Whoever's unit has the order sees them anyway.</summary>
    public static bool SeesSensitive(Role role) => role switch
    {
        Role.CountyPoliticalLegalSecretary or Role.CountyHead or Role.CityPoliticalLegalSecretary => true,
        Role.CountyCentre or Role.FollowUpDesk or Role.CityCentre or Role.Inspector => true,
        Role.VillageSecretary or Role.VillagePolice or Role.PostedCadre or Role.GridOfficer => false,
        Role.TownCommissioner or Role.TownHead or Role.CountyLeaderInCharge or Role.TownCentre => false,
        Role.CitySecretary or Role.CityOffice => true,
        Role.DepartmentOfficer or Role.Deputy or Role.StationChief or Role.DeputyCommittee or Role.HotlineOperator or Role.GridLeader => false,
        Role.Administrator or Role.SecurityAdministrator or Role.AuditAdministrator => false,
    };

    /// <summary>Whether a role may ever take a step, whatever a profile's flow says.</summary>
    public static bool Allow(Role role, Step step) => For(step) is { } permission && Of(role).Any(g => g.Permission == permission);

    /// <summary>The permission that a step of staff needs; null for steps of the reporter and of the platform.</summary>
    public static Permission? For(Step step) => step switch
    {
        Step.Receive or Step.Supplement or Step.Urge or Step.Withdraw or Step.Rate or Step.AskReopen or Step.TellPressure => null,
        Step.Take => TakeFirstContact,
        Step.RecordCall => RecordCall,
        Step.Message => MessageReporter,
        Step.Note => WriteNote,
        Step.Sign => SignOrder,
        Step.Raise => RaiseOrder,
        Step.AcceptRaised => AcceptRaised,
        Step.SendBack or Step.Decide => SendBack,
        Step.Finish or Step.ProvePromise => FinishOrder,
        Step.PassCheck or Step.RejectResult => CheckResult,
        Step.FollowUp => FollowUp,
        Step.Reclassify => Reclassify,
        Step.RaiseObjection => RaiseOrder,
        Step.ReportAsCo or Step.ReportIn or Step.UrgeCo or Step.AskExtension => FinishOrder,
        Step.Whistle => Whistle,
        Step.Visit => WriteNote,
        Step.ProposeInvalid or Step.ConfirmInvalid or Step.KeepValid => JudgeValidity,
        Step.Assign or Step.PassOn or Step.Decline or Step.AgreePurge or Step.RefusePurge => Dispatch,
        Step.Split => SplitReport,
        Step.Triage => Triage,
        Step.Transfer or Step.ActFirst or Step.AddCo or Step.ReleaseCo or Step.Refer or Step.RecordAnswer => Coordinate,
        Step.GrantExtension or Step.RefuseExtension or Step.Suspend or Step.Resume => GrantTime,
        Step.Restrict or Step.NameTarget => Permission.Restrict,
        Step.Merge or Step.Unmerge or Step.JoinEvent => JoinAppeals,
        Step.SampleReopen => SampleClosed,
        Step.UrgeUnit => UrgeUnits,
        Step.RateHandling => Permission.RateHandling,
        Step.ClockWarned or Step.ClockMissed => null,
    };

    private static IReadOnlyList<Grant> Rows(Role role) => role switch
    {
        Role.VillageSecretary or Role.VillagePolice or Role.PostedCadre =>
        [
            .. InRegion(SeeAppeal, SeeMaskedIdentity, OpenIdentity, TakeFirstContact, RecordCall, WriteNote, MessageReporter),
            .. InRegion(JudgeValidity, TakeDownOutside, SplitReport),
            .. OfUnit(SignOrder, RaiseOrder, FinishOrder, Whistle),
        ],
        Role.TownCommissioner or Role.TownHead or Role.CountyLeaderInCharge or Role.CountyPoliticalLegalSecretary or Role.CountyHead =>
        [
            .. InRegion(SeeAppeal, SeeMaskedIdentity, OpenIdentity, SeeJournal, SeeLeaderView),
            .. InRegion(TakeFirstContact, RecordCall, WriteNote, MessageReporter, AcceptRaised, SendBack, CheckResult, UrgeUnits, Permission.RateHandling),
            .. InRegion(Instruct, SeeInstructions),
            .. OfUnit(SignOrder, RaiseOrder, FinishOrder),
            .. role is Role.TownCommissioner or Role.TownHead ? [] : InRegion(KeepKeyMatters, ConfirmProject),
        ],
        Role.CityPoliticalLegalSecretary =>
        [
            .. InRegion(SeeAppeal, SeeMaskedIdentity, OpenIdentity, SeeJournal, SeeLeaderView),
            .. InRegion(TakeFirstContact, RecordCall, WriteNote, MessageReporter, AcceptRaised, SendBack, CheckResult, UrgeUnits, Permission.RateHandling),
            .. InRegion(Instruct, SeeInstructions),
            .. OfUnit(SignOrder, FinishOrder),
            .. InRegion(KeepKeyMatters, ConfirmProject, HoldAccountable),
        ],
        Role.CitySecretary => InRegion(SeeAppeal, SeeMaskedIdentity, SeeJournal, SeeLeaderView, WriteNote, UrgeUnits, Instruct, SeeInstructions, Permission.RateHandling, KeepKeyMatters, ConfirmProject, HoldAccountable),
        Role.TownCentre =>
        [
            .. InRegion(SeeAppeal, SeeMaskedIdentity, SeeJournal, SeeLeaderView, WriteNote, MessageReporter, AcceptRaised, SendBack, CheckResult, Reclassify),
            .. InRegion(Dispatch, SplitReport, JudgeValidity, Coordinate, GrantTime, JoinAppeals, Permission.Restrict, UrgeUnits, SeeInstructions, Permission.RateHandling, Permission.Triage),
            .. InRegion(TakeDown, TakeDownOutside),
            .. OfUnit(OpenIdentity, RecordCall, SignOrder, RaiseOrder, FinishOrder, Whistle),
            .. InRegion(HoldMeeting, KeepPublicity),
        ],
        Role.CountyCentre =>
        [
            // it makes the first call where the reporter's identity is kept from the first tier
            .. InRegion(SeeAppeal, SeeMaskedIdentity, OpenIdentity, OpenKeptIdentity, SeeJournal, SeeLeaderView, SeeFollowUps),
            .. InRegion(TakeFirstContact, RecordCall, WriteNote, MessageReporter, AcceptRaised, SendBack, CheckResult, Reclassify),
            .. InRegion(Dispatch, SplitReport, JudgeValidity, Coordinate, GrantTime, JoinAppeals, Permission.Restrict, UrgeUnits, SeeInstructions, Permission.RateHandling),
            .. InRegion(TakeDown, TakeDownOutside),
            .. OfUnit(SignOrder, RaiseOrder, FinishOrder),
            .. InRegion(KeepKeyMatters, HoldMeeting, KeepPublicity),
        ],
        Role.FollowUpDesk =>
        [
            // apart from the handlers: nobody asks for a rating of their own work
            .. InRegion(SeeAppeal, SeeMaskedIdentity, OpenIdentity, OpenKeptIdentity, SeeFollowUps, FollowUp, WriteNote, MessageReporter),
        ],
        Role.CityCentre =>
        [
            .. InRegion(SeeAppeal, SeeMaskedIdentity, SeeJournal, SeeLeaderView, SeeFollowUps, WriteNote, MessageReporter, AcceptRaised, SendBack, CheckResult, Reclassify),
            .. InRegion(Dispatch, SplitReport, JudgeValidity, Coordinate, GrantTime, JoinAppeals, Permission.Restrict, SampleClosed, SeeSamples, UrgeUnits, SeeInstructions, Permission.RateHandling),
            .. InRegion(TakeDown, TakeDownOutside),
            .. OfUnit(OpenIdentity, RecordCall, SignOrder, FinishOrder),
            .. InRegion(KeepKeyMatters, HoldMeeting, KeepPublicity),
        ],
        Role.StationChief =>
        [
            .. InRegion(SeeAppeal, SeeMaskedIdentity, SeeJournal, SeeLeaderView, WriteNote, MessageReporter, Dispatch, SplitReport, JudgeValidity, UrgeUnits, Permission.RateHandling),
            .. OfUnit(OpenIdentity, RecordCall, SignOrder, RaiseOrder, FinishOrder),
            .. InRegion(KeepKeyMatters, Advise, HoldMeeting, KeepPublicity),
        ],
        Role.DeputyCommittee =>
        [
            .. InRegion(SeeAppeal, SeeJournal, SeeLeaderView, WriteNote, Permission.Triage, UrgeUnits, Permission.RateHandling),
            .. InRegion(KeepKeyMatters, ConfirmProject, Advise, HoldQuestioning),
        ],
        Role.CityOffice =>
        [
            .. InRegion(SeeAppeal, SeeMaskedIdentity, SeeJournal, SeeLeaderView, SeeFollowUps, WriteNote, MessageReporter),
            .. InRegion(Dispatch, SplitReport, JudgeValidity, Coordinate, GrantTime, Reclassify, JoinAppeals, Permission.Restrict, SampleClosed, SeeSamples, UrgeUnits, SeeInstructions, Permission.RateHandling, Permission.Triage),
            .. InRegion(KeepKeyMatters, ConfirmProject, HoldAccountable, HoldMeeting, KeepPublicity),
        ],
        Role.HotlineOperator => InRegion(SeeAppeal, SeeMaskedIdentity, WriteNote, TakeDown, TakeDownOutside, SplitReport),
        Role.GridLeader => [.. InRegion(SeeAppeal, SeeMaskedIdentity, OpenIdentity, TakeFirstContact, RecordCall, WriteNote, MessageReporter, JudgeValidity, TakeDownOutside, SplitReport)],
        Role.DepartmentOfficer => OfUnit(SeeAppeal, SeeMaskedIdentity, OpenIdentity, RecordCall, WriteNote, MessageReporter, SignOrder, RaiseOrder, FinishOrder),
        Role.GridOfficer => InRegion(SeeAppeal, WriteNote, TakeDownOutside),
        Role.Inspector => InRegion(SeeAppeal, SeeMaskedIdentity, SeeJournal, SeeLeaderView, SeeFollowUps, SeeInstructions, SeeSamples, HoldAccountable, Inspect),
        Role.Deputy => InRegion(SeeAppeal, SeeJournal, SeeLeaderView, Advise),
        Role.Administrator => [.. InRegion(ManageRegions, ManagePeople, ManageCodes, RecountLimits), new(SeeOperations, Area.Anywhere)],
        Role.SecurityAdministrator => InRegion(ManageAccounts, EraseReport),
        Role.AuditAdministrator => InRegion(ReadAudit),
    };

    private static Grant[] InRegion(params Permission[] permissions) => [.. permissions.Select(p => new Grant(p, Area.Region))];

    private static Grant[] OfUnit(params Permission[] permissions) => [.. permissions.Select(p => new Grant(p, Area.Unit))];
}
