using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Ledger.Printing;
using Minqing.Web.Shared;

namespace Minqing.Web.Ledger;

/// <summary>The electronic ledger: every appeal that one sees, filtered (H-32).</summary>
public sealed class ListModel(ReadLedger read, CountLedger count, ListLedgerRegions regions, PrintLedger print, ListBarred barred, Profile profile, TimeProvider clock) : StaffPage
{
    private static readonly Stage[] Open = [Stage.Screening, Stage.Dispatching, Stage.Handling, Stage.Checking, Stage.FollowingUp];

    private IReadOnlyDictionary<UnitId, Barred> vetoed = new Dictionary<UnitId, Barred>();

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public LedgerFilter Filter { get; private set; } = LedgerFilter.None;

    public LedgerPage List { get; private set; } = new([], null, null);

    public LedgerCounts? Counts { get; private set; }

    public ConditionForm Conditions { get; private set; } = null!;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether what is sensitive is missing here even where the viewer's own unit works on it.</summary>
    public bool HidesOwn => Viewer.May(Permission.FinishOrder) && !Viewer.Scope(Permission.SeeAppeal).Reaches.Any(r => r.Sensitive);

    public bool Reconciles => Viewer.May(Permission.SeeLeaderView) || Viewer.May(Permission.FinishOrder);

    /// <summary>The stages in which something is to be done, with how many there are; what stands still apart.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        new("全部", At(Filter with { Stage = null, Mark = null }), Filter is { Stage: null, Mark: null }),
        .. Open.Where(s => Number(s) > 0 || Filter.Stage == s).Select(s => new Chip(LedgerWords.Counted(LedgerWords.Of(s), Number(s)), At(Filter with { Stage = s, Mark = null }), Filter.Stage == s)),
        .. Enum.GetValues<LedgerMark>().Select(m => new Chip(m == LedgerMark.Suspended ? LedgerWords.Counted(LedgerWords.Of(m), Counts?.Suspended) : LedgerWords.Of(m), At(Filter with { Stage = null, Mark = m }), Filter.Mark == m)),
    ];

    /// <summary>Whether a veto bars the unit that has it from this year's awards.</summary>
    public bool IsBarred(LedgerRow row) => row.LeadUnit is { } unit && vetoed.ContainsKey(unit);

    public string? Next => List.Next is { } next ? $"{At(Filter)}{(Filter.Text.Length == 0 ? "?" : "&")}after={next.Text}" : null;

    public string ExportAt => $"/ledger?handler=Export{(Filter.Text.Length == 0 ? "" : "&")}{Filter.Text}";

    /// <summary>What was typed, understood or not.</summary>
    private string? Asked(string part) => Request.Query[part];

    public string CategoryName(string code) => profile.CategoryOf(code).Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var asked = LedgerFilter.Read(Asked);
        if (asked.Problem is { } unclear)
        {
            Refuse(unclear);
        }

        Filter = asked.Ok ? asked.Value : LedgerFilter.None;
        Conditions = new("/ledger", Filter, Asked, await regions.RunAsync(Viewer, Filter.Region, ct), profile);
        if (!asked.Ok)
        {
            return Page();
        }

        if (await read.RunAsync(Viewer, Filter, After, ct) is not { Ok: true, Value: var found })
        {
            return Forbid();
        }

        vetoed = await barred.ShownToAsync(Viewer, ct);
        (List, Counts) = (found, After is null ? await count.RunAsync(Viewer, Filter.Region, ct) : null);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(string? format, CancellationToken ct)
    {
        if (LedgerFilter.Read(Asked) is not { Ok: true, Value: var asked } || Kebab.Parse<ExportFormat>(format ?? "xlsx") is not { } kind)
        {
            return BadRequest();
        }

        return await print.MakeAsync(Viewer, asked, kind, ct) is { Ok: true, Value: var file } ? File(file.Content, file.Type, file.Name) : Forbid();
    }

    private static string At(LedgerFilter filter) => filter.Text is { Length: > 0 } text ? $"/ledger?{text}" : "/ledger";

    private int? Number(Stage stage) => Counts?.Stages.GetValueOrDefault(stage);
}
