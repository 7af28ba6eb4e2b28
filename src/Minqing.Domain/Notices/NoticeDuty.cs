using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Notices;

/// <summary>Whom of a unit a notice concerns: those who may do what it asks for, not its administrators or the desk next door.</summary>
public static class NoticeDuty
{
    /// <param name="clock">The limit that it speaks of.</param>
    public static Permission Of(NoticeKind kind, ClockKind? clock) => kind switch
    {
        NoticeKind.FirstCall => Permission.RecordCall,
        NoticeKind.AssignWanted => Permission.Dispatch,
        NoticeKind.JudgeWanted => Permission.Triage,
        NoticeKind.RaisedToYou or NoticeKind.LevelSkipped or NoticeKind.DepartmentAddressed => Permission.AcceptRaised,
        NoticeKind.NobodyThere => Permission.Coordinate,
        NoticeKind.RulingWanted => Permission.SendBack,
        NoticeKind.ExtensionWanted => Permission.GrantTime,
        NoticeKind.PurgeWanted or NoticeKind.PurgeDone or NoticeKind.PurgeRefused => Permission.Dispatch,
        NoticeKind.InvalidProposed => Permission.JudgeValidity,
        NoticeKind.CheckWanted => Permission.CheckResult,
        NoticeKind.FollowUpWanted or NoticeKind.ReopenAsked => Permission.FollowUp,
        NoticeKind.WorkArrived or NoticeKind.SentBack or NoticeKind.RuledToYou or NoticeKind.ObjectionUpheld => Permission.FinishOrder,
        NoticeKind.CoWanted or NoticeKind.ActFirstWanted or NoticeKind.WhistledFor or NoticeKind.CoDone or NoticeKind.CoReleased or NoticeKind.UrgedByLead => Permission.FinishOrder,
        NoticeKind.Urged or NoticeKind.UrgedFromAbove or NoticeKind.OutsideAnswered or NoticeKind.ExtensionGranted or NoticeKind.LawLimitExtended or NoticeKind.ExtensionRefused => Permission.FinishOrder,
        NoticeKind.LimitMoved or NoticeKind.TimeStandsStill or NoticeKind.TimeRunsAgain or NoticeKind.Merged or NoticeKind.Parted or NoticeKind.LimitNear or NoticeKind.LimitPassed or NoticeKind.LimitLongPassed => Of(clock),
        _ => Permission.SeeAppeal,
    };

    private static Permission Of(ClockKind? clock) => clock switch
    {
        ClockKind.FirstCall => Permission.RecordCall,
        ClockKind.Dispatch => Permission.Dispatch,
        ClockKind.Ruling => Permission.SendBack,
        ClockKind.ExtensionDecision => Permission.GrantTime,
        ClockKind.Check => Permission.CheckResult,
        ClockKind.FollowUp => Permission.FollowUp,
        ClockKind.Sign or ClockKind.Handle or ClockKind.CoUnit or ClockKind.CoSign or ClockKind.ReportIn or ClockKind.WhistleSign or ClockKind.Promise => Permission.FinishOrder,
        ClockKind.External or ClockKind.Statutory => Permission.Coordinate,
        _ => Permission.SeeAppeal,
    };

    /// <summary>Of the roles in a unit, those that are told: whoever may do it; where nobody may, whoever sees appeals.</summary>
    public static IReadOnlySet<Role> Told(IEnumerable<Role> roles, Permission duty)
    {
        var all = roles.ToHashSet();
        var able = all.Where(r => May(r, duty)).ToHashSet();
        return able.Count > 0 ? able : [.. all.Where(r => May(r, Permission.SeeAppeal))];
    }

    private static bool May(Role role, Permission permission) => Permissions.Of(role).Any(g => g.Permission == permission);
}
