using Microsoft.AspNetCore.Mvc;
using Minqing.App.Notices;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.Staff;

/// <summary>What I was told lately; much of it comes by SMS too, the rest only here.</summary>
public sealed class NoticesModel(ListNotices list) : StaffPage
{
    public NoticeList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        List = (await list.RunAsync(Viewer, ct)).Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] ReadNotices read, CancellationToken ct)
    {
        await read.RunAsync(Viewer, null, ct);
        return Redirect("/notices");
    }

    /// <summary>Where what it tells of is to be found.</summary>
    public string PlaceOf(NoticeRow row) => row.Kind switch
    {
        NoticeKind.FollowUpWanted when Viewer.May(Permission.FollowUp) => $"/followups/{row.Appeal.Value}",
        NoticeKind.WeeklyRound => "/rounds",
        NoticeKind.DocketTask => "/oversight?mine=true",
        NoticeKind.DocketOwned or NoticeKind.ProjectProposed or NoticeKind.DocketAnswered or NoticeKind.DocketSubmitted or NoticeKind.DocketEnded or NoticeKind.DocketNear or NoticeKind.DocketLate => "/oversight",
        NoticeKind.TypicalCase => "/publicity",
        NoticeKind.ListToConfirm or NoticeKind.ListNotConfirmed or NoticeKind.ListRuled or NoticeKind.ListObjected => "/reconciliations",
        NoticeKind.ReorganisationPlanned or NoticeKind.ReorganisationDone or NoticeKind.ReorganisationCalledOff => "/work",
        NoticeKind.Instructed or NoticeKind.AnswerSentBack => "/instructions?which=to-me",
        NoticeKind.InstructionAnswered => "/instructions?which=given",
        _ => $"/appeals/{row.Appeal.Value}",
    };
}
