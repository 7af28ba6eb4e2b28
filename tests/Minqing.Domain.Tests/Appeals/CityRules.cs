using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>Rules like Baiyin's, small enough to read. The real ones are tested where files can be read.</summary>
internal static class CityRules
{
    private static readonly Role[] Village = [Role.VillageSecretary, Role.VillagePolice];
    private static readonly Role[] Centres = [Role.TownCentre, Role.CountyCentre, Role.CityCentre];
    private static readonly Stage[] Before = [Stage.Screening, Stage.Dispatching];

    private static IEnumerable<FlowStep> Course =>
    [
        .. new[] { Step.Assign, Step.Decline }.Select(s => new FlowStep(s, Before, Relation.Screener, Centres)),
        .. new[] { Step.AgreePurge, Step.RefusePurge }.Select(s => new FlowStep(s, [Stage.Declined], Relation.Area, Centres)),
        new(Step.PassOn, [Stage.Screening], Relation.Screener, Centres),
        new(Step.Triage, [Stage.Dispatching], Relation.Judge, [Role.DeputyCommittee, Role.CityOffice]),
        .. new[] { Step.RaiseObjection, Step.UrgeCo, Step.AskExtension }.Select(s => new FlowStep(s, [Stage.Handling], Relation.Lead, [.. Village, .. Centres, Role.DepartmentOfficer])),
        new(Step.Whistle, [Stage.Handling], Relation.Lead, [.. Village, Role.TownCentre]),
        .. new[] { Step.ReportAsCo, Step.ReportIn }.Select(s => new FlowStep(s, [Stage.Handling], Relation.Co, [Role.DepartmentOfficer, .. Centres])),
        new(Step.Visit, [Stage.Handling], Relation.LeadOrCo, [.. Village, .. Centres, Role.DepartmentOfficer]),
        .. new[] { Step.GrantExtension, Step.RefuseExtension }.Select(s => new FlowStep(s, [Stage.Handling], Relation.Granter, Centres)),
        .. new[] { Step.Transfer, Step.ActFirst, Step.AddCo, Step.ReleaseCo, Step.Refer, Step.Suspend, Step.Resume, Step.Merge, Step.Split, Step.ProposeInvalid, Step.ConfirmInvalid, Step.KeepValid }
            .Select(s => new FlowStep(s, [.. Before, Stage.Handling], Relation.Area, Centres)),
        new(Step.Restrict, [.. Before, Stage.Handling, Stage.Checking, Stage.FollowingUp, Stage.Settled], Relation.Area, Centres),
        new(Step.NameTarget, [.. Before, Stage.Handling, Stage.Checking, Stage.FollowingUp, Stage.Settled], Relation.Area, Centres),
        new(Step.RecordAnswer, [Stage.Handling, Stage.Referred], Relation.Area, Centres),
        new(Step.Unmerge, [Stage.Merged], Relation.Area, Centres),
        new(Step.SampleReopen, [Stage.FollowingUp, Stage.Settled], Relation.Area, [Role.CityCentre]),
        new(Step.UrgeUnit, [Stage.Handling], Relation.Area, [Role.CountyHead, .. Centres]),
        new(Step.RateHandling, [Stage.Checking, Stage.FollowingUp, Stage.Settled], Relation.Area, Centres),
    ];

    private static readonly Stage[] Open = [Stage.Handling, Stage.Checking, Stage.FollowingUp];

    public static readonly Profile Profile = new(
        "city", "1", "城", "620400000000", Hours.Default,
        [new(1, RegionLevel.Village, Village), new(2, RegionLevel.Township, [Role.TownCommissioner]), new(3, RegionLevel.Township, [Role.TownHead])],
        [
            new(1, RegionLevel.Village, UnitKind.Village, Grade.Ordinary, 2), new(2, RegionLevel.Township, UnitKind.GovernanceCentre, Grade.Larger, 3),
            new(3, RegionLevel.County, UnitKind.GovernanceCentre, Grade.Difficult, 4), new(4, RegionLevel.City, UnitKind.GovernanceCentre, Grade.CrossRegion, 4),
        ],
        [
            .. new[] { Step.Supplement, Step.Urge, Step.Withdraw }.Select(s => new FlowStep(s, Open, Relation.Reporter, [])),
            new FlowStep(Step.TellPressure, [Stage.Handling, Stage.Checking, Stage.FollowingUp, Stage.Settled], Relation.Reporter, []),
            .. new[] { Step.Rate, Step.AskReopen }.Select(s => new FlowStep(s, [Stage.FollowingUp, Stage.Settled], Relation.Reporter, [])),
            .. Course,
            new(Step.Take, [Stage.Handling], Relation.Pool, [.. Village, Role.TownCommissioner]),
            new(Step.RecordCall, [Stage.Handling], Relation.Caller, [.. Village, Role.TownCommissioner, Role.CountyCentre]),
            new(Step.Message, Open, Relation.PoolOrLead, [.. Village, Role.TownCommissioner, .. Centres]),
            new(Step.Note, Open, Relation.Area, [.. Village, Role.TownCommissioner, Role.FollowUpDesk, .. Centres]),
            new(Step.Sign, [Stage.Handling], Relation.LeadOrCo, [.. Village, .. Centres, Role.DepartmentOfficer]),
            new(Step.Raise, [Stage.Handling], Relation.Lead, [.. Village, Role.TownCentre, Role.CountyCentre]),
            .. new[] { Step.AcceptRaised, Step.SendBack, Step.Decide }.Select(s => new FlowStep(s, [Stage.Handling], Relation.Upper, Centres)),
            new(Step.Finish, [Stage.Handling], Relation.Lead, [.. Village, .. Centres, Role.DepartmentOfficer]),
            new(Step.ProvePromise, [Stage.FollowingUp, Stage.Settled], Relation.Lead, [.. Village, .. Centres]),
            .. new[] { Step.PassCheck, Step.RejectResult }.Select(s => new FlowStep(s, [Stage.Checking], Relation.Checker, Centres)),
            new(Step.FollowUp, [Stage.FollowingUp], Relation.Desk, [Role.FollowUpDesk]),
            new(Step.Reclassify, [.. Before, Stage.Handling, Stage.Checking], Relation.Area, Centres),
        ],
        [
            new("first-call", ClockKind.FirstCall, new(30, Measure.DutyMinutes)),
            new("first-call-urgent", ClockKind.FirstCall, new(30, Measure.DutyMinutes, RoundTheClock: true), Urgency: Urgency.Urgent),
            new("sign", ClockKind.Sign, new(240, Measure.WorkingMinutes)),
            new("sign-county", ClockKind.Sign, new(480, Measure.WorkingMinutes), Level: 3),
            new("handle-village", ClockKind.Handle, new(3, Measure.WorkingDays), Level: 1),
            new("handle-township", ClockKind.Handle, new(5, Measure.WorkingDays), Level: 2),
            new("handle-county", ClockKind.Handle, new(10, Measure.WorkingDays), Level: 3),
            new("handle-city", ClockKind.Handle, new(15, Measure.WorkingDays), Level: 4),
            new("handle-water", ClockKind.Handle, new(20, Measure.WorkingDays), Category: "A2"),
            new("handle-urgent", ClockKind.Handle, new(1, Measure.WorkingDays), Urgency: Urgency.Urgent),
            new("check", ClockKind.Check, new(3, Measure.WorkingDays)),
            new("follow-up", ClockKind.FollowUp, new(3, Measure.WorkingDays)),
            new("promise", ClockKind.Promise, new(1, Measure.NaturalDays)),
            .. new[] { ClockKind.Dispatch, ClockKind.Ruling, ClockKind.ExtensionDecision }.Select(k => new LimitRule(k.Name(), k, new(1, Measure.WorkingDays))),
            new("co-unit", ClockKind.CoUnit, new(2, Measure.WorkingDays)),
            new("co-sign", ClockKind.CoSign, new(240, Measure.WorkingMinutes)),
            new("whistle-sign", ClockKind.WhistleSign, new(30, Measure.WorkingMinutes)),
            new("report-in", ClockKind.ReportIn, new(120, Measure.WorkingMinutes)),
            new("external", ClockKind.External, new(15, Measure.WorkingDays)),
        ],
        [new(1, Percent: 50), new(1, Percent: 80), new(2, AfterDue: new(240, Measure.WorkingMinutes)), new(3, AfterDue: new(1, Measure.WorkingDays))],
        [new("C4", "纠纷"), new("A1", "道路", Evidence: 1), new("A2", "水电", SkipTo: 3)],
        new(9, 12, 60, 2000, false, false, "12345"), new(3, 2), new(2, 30, 24), new(3, 3, 3, RestartUp: true),
        new Dictionary<string, string>(), [])
    {
        Extension = new(3, 1, 10),
        Suspensions = [new(SuspendReason.SeasonOrWeather, 30)],
        ObjectWithin = new(1, Measure.WorkingDays),
        Screening = new(new(UnitKind.GovernanceCentre, RegionLevel.Township, null), new(UnitKind.CommandCentre, RegionLevel.County, null), []),
    };

    public static readonly Rules Rules = Of(Profile);

    public static Rules Of(Profile profile) => new(profile, new(profile), China.Timetable);
}
