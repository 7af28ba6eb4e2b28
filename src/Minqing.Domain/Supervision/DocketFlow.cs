using Minqing.Domain.People;
using static Minqing.Domain.Supervision.DocketPart;
using static Minqing.Domain.Supervision.DocketState;

namespace Minqing.Domain.Supervision;

/// <summary>Which step may be taken from where by whom, for each kind: the whole table.</summary>
public static class DocketFlow
{
    private static readonly DocketMove[] Tasks =
    [
        new(DocketStep.Answer, Open, Assignee),
        new(DocketStep.AcceptTask, Open, Giver),
        new(DocketStep.ReturnTask, Open, Giver),
    ];

    private static readonly DocketMove[] Work =
    [
        new(DocketStep.SetTask, Open, KeeperOrOwner),
        .. Tasks,
        new(DocketStep.Report, Open, Owner),
        new(DocketStep.Visit, Open, Visitor),
        new(DocketStep.Submit, Open, Owner),
    ];

    private static readonly DocketMove[] Closing = [.. Tasks, new(DocketStep.SetTask, Open, Keeper), new(DocketStep.Close, Open, Keeper)];

    public static IReadOnlyList<DocketMove> Of(DocketKind kind) => kind switch
    {
        DocketKind.KeyMatter => [.. Work, new(DocketStep.StrikeOff, Submitted, Keeper), new(DocketStep.SendBack, Submitted, Keeper)],
        DocketKind.Governance =>
        [
            new(DocketStep.Confirm, Proposed, Confirmer),
            new(DocketStep.Refuse, Proposed, Confirmer),
            new(DocketStep.FindCause, Open, KeeperOrOwner),
            .. Work,
            new(DocketStep.StrikeOff, Submitted, Confirmer),
            new(DocketStep.SendBack, Submitted, Confirmer),
        ],
        DocketKind.Accountability =>
        [
            new(DocketStep.NameAnswerable, Open, Keeper),
            new(DocketStep.Find, Open, Keeper),
            new(DocketStep.StrikeOff, Submitted, Keeper),
            new(DocketStep.SendBack, Submitted, Keeper),
        ],
        DocketKind.Advice => [.. Tasks, new(DocketStep.Visit, Open, Visitor)],
        DocketKind.Questioning => [.. Tasks, new(DocketStep.SetTask, Open, DocketPart.Deputy), new(DocketStep.Close, Open, Keeper)],
        DocketKind.Inspection => [.. Closing, new(DocketStep.Visit, Open, Visitor)],
        DocketKind.Meeting => [.. Closing, new(DocketStep.Minute, Open, Keeper)],
        DocketKind.Veto =>
        [
            new(DocketStep.Answer, Open, Assignee),
            new(DocketStep.Submit, Open, Keeper),
            new(DocketStep.Close, Open, Keeper),
            new(DocketStep.StrikeOff, Submitted, Keeper),
            new(DocketStep.SendBack, Submitted, Keeper),
        ],
    };

    /// <summary>The permission of those who keep this kind.</summary>
    public static Permission Keeps(DocketKind kind) => kind switch
    {
        DocketKind.KeyMatter or DocketKind.Governance => Permission.KeepKeyMatters,
        DocketKind.Accountability or DocketKind.Veto => Permission.HoldAccountable,
        DocketKind.Advice => Permission.Advise,
        DocketKind.Questioning => Permission.HoldQuestioning,
        DocketKind.Inspection => Permission.Inspect,
        DocketKind.Meeting => Permission.HoldMeeting,
    };

    /// <summary>The permission of those who look on; what concerns persons is for those alone who keep it.</summary>
    public static Permission Sees(DocketKind kind) => kind switch
    {
        DocketKind.Accountability or DocketKind.Veto => Permission.HoldAccountable,
        DocketKind.Inspection => Permission.Inspect,
        DocketKind.KeyMatter or DocketKind.Governance or DocketKind.Advice or DocketKind.Questioning or DocketKind.Meeting => Permission.SeeLeaderView,
    };
}

/// <summary>One line of the table.</summary>
public sealed record DocketMove(DocketStep Step, DocketState From, DocketPart Who);
