using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Reconciling;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Ledger;

/// <summary>One unit's list of one week, to be confirmed line by line (H-32).</summary>
public sealed class ReconciliationModel(ReadReconciliation read, ConfirmList confirm, RuleObjections rule) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ReconciliationView View { get; private set; } = null!;

    /// <summary>What was typed at a line.</summary>
    public string? Said(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : null;

    public string? Wrong(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var objections = Request.Form.Where(f => f.Key.StartsWith("line-", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Value))
            .Select(f => (Line: int.TryParse(f.Key.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : 0, Words: (string?)f.Value.ToString())).ToList();
        var done = await confirm.RunAsync(Viewer, Id, objections, ct);
        if (done.Problem is Domain.Kernel.NotFound)
        {
            return NotFound();
        }

        if (done.Problem is { } no)
        {
            Refuse(no, no is NotValid { Field: var field } ? field : "");
            return await ShowAsync(ct);
        }

        TempData["Said"] = objections.Count == 0 ? Words.Say("ledger.reconciliation.done") : Words.Say("ledger.reconciliation.done-but", ("Lines", objections.Count));
        return LocalRedirect($"/reconciliations/{Id}");
    }

    /// <summary>The centre rules on the lines that it filled in.</summary>
    public async Task<IActionResult> OnPostRuleAsync(CancellationToken ct)
    {
        var rulings = Request.Form.Keys.Where(k => k.StartsWith("why-", StringComparison.Ordinal)).Select(k => int.TryParse(k.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : 0)
            .Select(no => new Ruling(no, bool.TryParse(Said($"ruling-{no}"), out var upheld) ? upheld : null, Said($"why-{no}")))
            .Where(r => r.Upheld is not null || !string.IsNullOrWhiteSpace(r.Words)).ToList();
        var done = await rule.RunAsync(Viewer, Id, rulings, ct);
        if (done.Problem is Domain.Kernel.NotFound)
        {
            return NotFound();
        }

        if (done.Problem is { } no)
        {
            Refuse(no, no is NotValid { Field: var field } ? field : "");
            return await ShowAsync(ct);
        }

        TempData["Said"] = Words.Say("ledger.reconciliation.ruled-done", ("Lines", rulings.Count));
        return LocalRedirect($"/reconciliations/{Id}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var found = await read.RunAsync(Viewer, Id, ct);
        if (!found.Ok)
        {
            return NotFound();
        }

        View = found.Value;
        return Page();
    }
}
