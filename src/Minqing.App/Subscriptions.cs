using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Searching;
using Minqing.App.Notices;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Sampling;
using Minqing.App.Supervision.Signs;
using Minqing.App.Supervision.Watching;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;

namespace Minqing.App;

/// <summary>Who hears of what.</summary>
public static class Subscriptions
{
    private static readonly (Type Subscriber, Type[] Facts)[] All =
    [
        (typeof(NotifyPeople),
        [
            typeof(ReportReceived), typeof(PoolWidened), typeof(ReportUrged), typeof(ReopenAsked), typeof(ReportSupplemented), typeof(ReportWithdrawn), typeof(PressureTold), typeof(LeaderNamed),
            typeof(ContactKept), typeof(ContactAvoids), typeof(ContactAwaited), typeof(CheckerReplaced), typeof(DeskReplaced), typeof(PromiseProofSubmitted),
            typeof(OrderIssued), typeof(OrderMoved), typeof(ResultSubmitted), typeof(ResultRejected), typeof(StageMoved),
            typeof(ScreeningBegun), typeof(InvalidProposed), typeof(PurgeAsked), typeof(PurgeRefused), typeof(AppealPurged), typeof(CoReported), typeof(CoUrged), typeof(CoReleased), typeof(OutsideAnswered), typeof(ObjectionRuled),
            typeof(ExtensionAsked), typeof(ExtensionDecided), typeof(UnitUrged),
            typeof(ClockWarned), typeof(ClockMissed), typeof(ClockRuled), typeof(ClockStopped), typeof(ClockResumed),
            typeof(InstructionGiven), typeof(InstructionAnswered), typeof(InstructionSentBack),
        ]),
        (typeof(TellReporter),
        [
            typeof(ReportReceived), typeof(ReporterMessaged), typeof(ResultAccepted), typeof(RoundBegun),
            typeof(AppealDeclined), typeof(InvalidConfirmed), typeof(AppealReferred), typeof(ExtensionDecided), typeof(AppealSuspended), typeof(ReportSplit),
            typeof(ReportersAskedByLink), typeof(FollowedUp),
        ]),
        (typeof(ForgetPurged), [typeof(AppealPurged)]),
        (typeof(ProposeProjects), [typeof(ReportReceived), typeof(AppealReclassified), typeof(AppealSplit), typeof(RoundBegun)]),
        (typeof(DrawSample), [typeof(ResultAccepted), typeof(RoundBegun)]),
        (typeof(LookForFalseClosing), [typeof(ResultAccepted), typeof(FollowedUp), typeof(ReportReceived)]),
        (typeof(TellDocketPeople), [typeof(DocketOpened), typeof(DocketTaskSet), typeof(DocketTaskReturned), typeof(ProjectConfirmed), typeof(DocketMoved), typeof(DocketTaskAnswered), typeof(ClockWarned), typeof(ClockMissed)]),
        (typeof(TellReorganisation), [typeof(ReorganisationPlanned), typeof(ReorganisationDone), typeof(ReorganisationCalledOff)]),
        (typeof(TellCase), [typeof(PublicityRecorded)]),
        (typeof(TakeUpBrokenPromise), [typeof(ClockMissed)]),
        (typeof(TellReconciliation), [typeof(UnitListed), typeof(ListConfirmed), typeof(ObjectionsRuled), typeof(ClockMissed)]),
        (typeof(SpreadEventAnswer), [typeof(EventAnswered), typeof(EventJoined), typeof(AppealJoined)]),
        (typeof(BeginClosing), [typeof(EventClosed), typeof(EventJoined)]),
        (typeof(BeginAsking), [typeof(EventAsked)]),
        (typeof(CountMergedReports), [typeof(AppealMerged), typeof(AppealUnmerged)]),
        (typeof(IndexWords), [typeof(ReportReceived), typeof(AreaMoved), typeof(ReportErased), typeof(ReportPurged)]),
    ];

    /// <summary>Everyone who may hear of anything.</summary>
    public static IEnumerable<Type> Subscribers => All.Select(s => s.Subscriber);

    /// <summary>Those who hear of at least one of these facts.</summary>
    public static IEnumerable<Type> To(IReadOnlyList<DomainEvent> facts) =>
        All.Where(s => facts.Any(f => s.Facts.Contains(f.GetType()))).Select(s => s.Subscriber);
}
