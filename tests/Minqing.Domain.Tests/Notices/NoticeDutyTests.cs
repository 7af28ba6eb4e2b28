using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.Notices;

/// <summary>Of a unit only those are told whom it concerns.</summary>
[Trait("Spec", "D-03")]
public sealed class NoticeDutyTests
{
    private static readonly Role[] Centre = [Role.CountyCentre, Role.FollowUpDesk, Role.HotlineOperator, Role.Administrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    [Theory]
    [InlineData(NoticeKind.ExtensionWanted, null, Role.CountyCentre)]
    [InlineData(NoticeKind.CheckWanted, null, Role.CountyCentre)]
    [InlineData(NoticeKind.FollowUpWanted, null, Role.FollowUpDesk)]
    [InlineData(NoticeKind.LimitPassed, ClockKind.FollowUp, Role.FollowUpDesk)]
    [InlineData(NoticeKind.LimitPassed, ClockKind.Check, Role.CountyCentre)]
    public void Of_a_centre_those_are_told_who_may_do_it(NoticeKind kind, ClockKind? clock, Role told) =>
        Assert.Equal([told], NoticeDuty.Told(Centre, NoticeDuty.Of(kind, clock)));

    [Fact]
    public void Where_nobody_may_do_it_whoever_sees_appeals_is_told_and_no_administrator() =>
        Assert.Equal([Role.Inspector], NoticeDuty.Told([Role.Inspector, Role.Administrator], NoticeDuty.Of(NoticeKind.WorkArrived, null)));

    [Fact]
    public void Whoever_reads_no_appeal_is_never_told_of_one()
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            Assert.Empty(NoticeDuty.Told([Role.Administrator, Role.SecurityAdministrator, Role.AuditAdministrator], NoticeDuty.Of(kind, null)));
        }
    }
}
