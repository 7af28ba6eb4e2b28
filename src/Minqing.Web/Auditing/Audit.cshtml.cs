using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Auditing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Auditing;

/// <summary>The audit administrator's page: who saw whom, took what away, changed which posts and regions. Nothing here can be changed.</summary>
public sealed class AuditModel(ListAudit list) : StaffPage
{
    /// <summary>What is audited, as the address spells it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Whose: a name or a staff number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/audit", Q, ("kind", Only.Name())) { What = "姓名或工号，写全" };

    public AuditPage List { get; private set; } = null!;

    public AuditKind Only => Kind is { } kind ? Kebab.Parse<AuditKind>(kind) ?? AuditKind.Identities : AuditKind.Identities;

    public IReadOnlyList<Chip> Chips => [.. Enum.GetValues<AuditKind>().Select(k => new Chip(Words.Say($"audit.kind.{k.Name()}"), new Finder("/audit", Q, ("kind", k.Name())).With(), k == Only))];

    public string? Next => List.Next is { } next ? Find.With(("after", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await list.RunAsync(Viewer, Only, Q, After, ct);
        if (page.Problem is not null)
            return Forbid();

        List = page.Value;
        return Page();
    }

    /// <summary>Who did it: unit, post and name, or the server's own command.</summary>
    public static string Who(AuditRow row) =>
        string.Join(" · ", new[] { row.Unit, CourseWords.Post(row.Unit, row.Actor.Role), row.Name }.Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } who ? who
        : Words.Say(row.Actor.Client == Actor.Reporter.Client ? "audit.reporter" : row.Actor.Client == Actor.Platform.Client ? "audit.platform" : "audit.server");

    /// <summary>What was done.</summary>
    public static string Did(AuditRow row) => row.Facts switch
    {
        [IdentityOpened opened, ..] => Words.Say("audit.did.identity-opened", ("Purpose", Words.Say($"docket.purpose.{opened.Purpose.Name()}"))),
        [LedgerExported exported, ..] => Words.Say("audit.did.export-ledger", ("List", Words.Say($"ledger.list.{ListOf(exported).Name()}")), ("Rows", exported.Rows), ("Format", Words.Say($"ledger.format.{exported.Format.Name()}"))),
        _ when row.Times > 1 => Words.Say("audit.did.open-appeal-often", ("Times", row.Times)),
        _ => Words.Say(Words.Has($"audit.did.{row.Step}") ? $"audit.did.{row.Step}" : "audit.did.other", ("Name", row.Concerned ?? "")),
    };

    /// <summary>What it is about; a post says its name as people know it.</summary>
    public static string About(AuditRow row) =>
        row.Role is { } role ? $"{row.About} {CourseWords.Role(role.Name())}" : row.About;

    // A list's filter begins with its name, the ledger's does not.
    private static FilteredList ListOf(LedgerExported exported) => Kebab.Parse<FilteredList>(exported.Filter.Split('?')[0]) ?? FilteredList.Ledger;
}
