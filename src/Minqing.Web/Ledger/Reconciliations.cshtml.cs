using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Reconciling;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Ledger;

/// <summary>周对账: my unit's list of the week, and in my area which units have confirmed theirs (H-32).</summary>
public sealed class ReconciliationsModel(ListReconciliations list) : StaffPage
{
    /// <summary>The week's day, as the address spells it.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Week { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public ReconciliationWeek View { get; private set; } = null!;

    public ReconciliationState? Only => State is { } state ? Kebab.Parse<ReconciliationState>(state) : null;

    public Finder Find => new("/reconciliations", Q, ("week", Day(Week)), ("state", Only?.Name())) { What = "单位名称" };

    public IReadOnlyList<Chip> Weeks => [.. View.Weeks.Select(w => new Chip(Words.Say("round.of", ("Day", LocalTime.DayOf(w))), At(LocalTime.DayOf(w), null), w == View.Week))];

    public IReadOnlyList<Stat> Stats =>
    [
        new(View.Lists - View.Confirmed, "没有核对", At(Week, View.Late > 0 ? ReconciliationState.Late : ReconciliationState.Waiting), View.Late > 0 ? Alert.Red : Alert.None),
        new(View.Differing, "有异议", At(Week, ReconciliationState.Differs), View.Differing > 0 ? Alert.Orange : Alert.None, Only == ReconciliationState.Differs),
        new(View.Confirmed, "已核对"),
    ];

    public IReadOnlyList<Chip> States =>
    [
        new("全部", At(Week, null), Only is null, View.Lists),
        .. Enum.GetValues<ReconciliationState>().Select(s => new Chip(Name(s), At(Week, s), Only == s)),
    ];

    public static string Ruled(bool upheld) => Words.Say(upheld ? "ledger.reconciliation.upheld" : "ledger.reconciliation.dismissed");

    public static string Name(ReconciliationState state) => Words.Say($"ledger.reconciliation.{state.Name()}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var first = await list.RunAsync(Viewer, null, Only, Q, ct);
        if (first is { Ok: true, Value: var newest } && Week is { } day && newest.Weeks.FirstOrDefault(w => LocalTime.DayOf(w) == day) is var asked && asked != default && asked != newest.Week)
        {
            first = await list.RunAsync(Viewer, asked, Only, Q, ct);
        }

        if (!first.Ok)
        {
            return Forbid();
        }

        View = first.Value;
        return Page();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", null);

    private static string At(DateOnly? week, ReconciliationState? state) => new Finder("/reconciliations", null, ("week", Day(week)), ("state", state?.Name())).Without;
}
