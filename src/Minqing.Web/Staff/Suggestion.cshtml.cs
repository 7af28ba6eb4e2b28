using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Staff;

/// <summary>代表建议单, to be printed for the deputies to whom an appeal was referred: what people say, what was done, and room for what they suggest. It says nothing of who reported (S-10, H-15).</summary>
public sealed class SuggestionModel(ReadAppeal read, CaseMedia media, TimeProvider clock) : AppealPage(read, media, clock)
{
    /// <summary>The newest referral by that way; null where it was never referred by it.</summary>
    public ChronicleEntry? Referral => Of(It);

    public string To => Fact.To;

    public DateTime At => Referral!.At;

    public string? By => Referral!.ActorUnit;

    public string? Said => It.Text(Fact.Notice);

    /// <summary>Until when the unit outside is to answer.</summary>
    public DateTime? DueAt => It.Appeal.Orders.FirstOrDefault(o => o.No == Fact.Order) is { } order
        ? It.Appeal.Clocks.LastOrDefault(c => c.Kind == ClockKind.External && c.Unit == order.Unit && c.StartAt >= order.IssuedAt)?.DueAt
        : null;

    /// <summary>What was found and done before, in the order in which it was.</summary>
    public IReadOnlyList<(string What, DateTime At)> Done =>
    [
        .. It.View.Story.SelectMany(e => e.Facts.Select(WordsOf).OfType<Guid>().Select(id => It.Text(id)).OfType<string>().Select(said => (PersonalData.Masked(said)!, e.At))),
    ];

    private AppealReferred Fact => Referral!.Fact<AppealReferred>()!;

    /// <summary>The newest referral to the deputies; null where there is none.</summary>
    public static ChronicleEntry? Of(AppealSheet it) => it.View.Story.LastOrDefault(e => e.Fact<AppealReferred>() is { Way: WayOut.DeputySuggestion });

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    private static Guid? WordsOf(DomainEvent fact) => fact switch
    {
        SiteVisited f => f.Found,
        CoReported f => f.Words,
        ResultSubmitted f => f.Result,
        OutsideAnswered f => f.Words,
        _ => null,
    };
}
