using Minqing.App.Appeals.Lists;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Storage.Media;
using Minqing.Web.Shared;

namespace Minqing.Web.Staff;

/// <summary>One report of an appeal as those who handle it see it: its words, photos and clips, its reporter masked, its own first contact.</summary>
/// <param name="Contact">How far the first contact is, in words.</param>
/// <param name="Steps">What the viewer can do about this reporter now.</param>
public sealed record ReportPart(Report Report, string? Words, IReadOnlyList<Picture> Photos, IReadOnlyList<string> Voices, PersonMasked Person, string Contact, IReadOnlyList<Step> Steps)
{
    private static readonly Step[] OfContact = [Step.Take, Step.RecordCall, Step.Message];

    public string Number => ReportNumber.Grouped(Report.Number);

    /// <param name="view">The appeal, looked at from this report.</param>
    public static ReportPart Of(AppealView view, IReadOnlyList<MediaItem> media)
    {
        var report = view.Report;
        return new(
            report, view.WordsOf(report.Words),
            [.. media.Where(m => m.Kind == MediaKind.Photo).Select((m, i) => Shots.Picture(view.Appeal.Id, m.Id, i))],
            [.. media.Where(m => m.Kind == MediaKind.Voice).Select(m => Shots.Address(view.Appeal.Id, m.Id))],
            PersonOf(view), ContactOf(report), [.. OfContact.Where(s => NextStep.May(view, s))]);
    }

    private static PersonMasked PersonOf(AppealView view)
    {
        var call = NextStep.May(view, Step.RecordCall) ? $"/appeals/{view.Appeal.Id.Value}/record-call?handler=Open&report={view.Report.Id.Value}" : null;
        var kept = view.Report.KeepIdentity ? "要求保密" : null;
        return view.Identities.GetValueOrDefault(view.Report.Id) is { } masked
            ? new(masked.Name ?? "没有留姓名", masked.Phone ?? "没有留电话", masked.Phone is null ? null : call, kept)
            : kept is null ? new(view.Report.HasPhone ? "反映人留了电话，您的岗位看不到" : "没有留姓名和电话", null)
            : new("身份不公开，由中心专人联系", null, Note: kept);
    }

    private static string ContactOf(Report report) => report switch
    {
        { WithdrawnAt: { } at } => Say("withdrawn", ("At", at)),
        { ContactedAt: { } at } => Say("reached", ("At", at)),
        { Calls.Count: > 0 and var tries } => Say("tried", ("Times", tries)),
        { Desk: not null } => Say("kept"),
        { TakenAt: { } at, TakenByRole: { } role } => Say("taken", ("Role", StaffWords.Role(role)), ("At", at)),
        _ => Say("nobody"),
    };

    private static string Say(string key, params (string, object?)[] facts) => Texts.Words.Say($"staff.contact.{key}", facts);
}
