using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Notices;

/// <summary>Who is told of what happens in dispatching, working side by side, ruling and asking for time. The second half of the table.</summary>
internal static class CourseNotices
{
    public static IEnumerable<NoticeWanted> For(DomainEvent fact, Matter matter) => fact switch
    {
        ScreeningBegun { Stage: Stage.Dispatching } begun => [.. To(begun.Unit, NoticeKind.AssignWanted, ClockKind.Dispatch), new(NoticeKind.JudgeWanted, new Judges(), true, ClockKind.Dispatch)],
        ScreeningBegun begun => To(begun.Unit, NoticeKind.AssignWanted, ClockKind.Dispatch),
        PurgeAsked asked => [.. To(asked.Unit, NoticeKind.PurgeWanted), .. To(matter.Desk, NoticeKind.PurgeWanted)],
        PurgeRefused refused => To(refused.Unit, NoticeKind.PurgeRefused),
        AppealPurged purged => To(purged.Unit, NoticeKind.PurgeDone),
        InvalidProposed => To(matter.Desk, NoticeKind.InvalidProposed, sms: false),

        OrderIssued { Role: OrderRole.Co } issued => To(issued.Unit, NoticeKind.CoWanted, ClockKind.CoUnit),
        OrderIssued { Role: OrderRole.ActFirst } issued => To(issued.Unit, NoticeKind.ActFirstWanted, ClockKind.CoUnit),
        OrderIssued { Role: OrderRole.Whistled } issued => To(issued.Unit, NoticeKind.WhistledFor, ClockKind.ReportIn),
        CoReported => To(matter.Lead, NoticeKind.CoDone, sms: false),
        CoReleased released => To(released.Unit, NoticeKind.CoReleased),
        CoUrged urged => To(urged.Unit, NoticeKind.UrgedByLead, ClockKind.CoUnit),
        OutsideAnswered => To(matter.Lead, NoticeKind.OutsideAnswered, sms: false),

        // Whoever must do it hears of the ruling as an order; the one that need not, here.
        ObjectionRuled { Upheld: true } ruled => To(ruled.Unit, NoticeKind.ObjectionUpheld, sms: false),

        ExtensionAsked asked => To(asked.Granter, NoticeKind.ExtensionWanted, ClockKind.ExtensionDecision),
        ExtensionDecided { Granted: true, Lawful: true } decided => To(decided.Unit ?? matter.Lead, NoticeKind.LawLimitExtended, ClockKind.Statutory),
        ExtensionDecided decided => To(decided.Unit ?? matter.Lead, decided.Granted ? NoticeKind.ExtensionGranted : NoticeKind.ExtensionRefused, ClockKind.Handle),
        UnitUrged => To(matter.Lead, NoticeKind.UrgedFromAbove, ClockKind.Handle),
        _ => SupervisionNotices.For(fact, matter),
    };

    private static IEnumerable<NoticeWanted> To(UnitId? unit, NoticeKind kind, ClockKind? clock = null, bool sms = true) =>
        unit is { } told ? [new(kind, new KeyHolders(TurnKey.Of(told)), sms, clock)] : [];
}
