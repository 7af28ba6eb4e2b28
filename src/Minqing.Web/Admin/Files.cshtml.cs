using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Files;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Web.Texts;

namespace Minqing.Web.Admin;

/// <summary>Files of rows in and out: checked before anything is stored, wrong rows told by line and column (O-02).</summary>
[RequestFormLimits(ValueLengthLimit = HeldAtMost, MultipartBodyLengthLimit = HeldAtMost)]
public sealed class FilesModel(FilesInAndOut files) : AdminPage
{
    /// <summary>How large a file may be here; larger ones go by the command line.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    private const int HeldAtMost = 6 * 1024 * 1024;

    [BindProperty]
    public FileKind Kind { get; set; } = FileKind.People;

    /// <summary>The file that was checked, kept in the form until it is taken.</summary>
    [BindProperty]
    public string? Held { get; set; }

    /// <summary>What a check found that would be done; null before.</summary>
    public Imported? Found { get; private set; }

    /// <summary>The rows that cannot be used.</summary>
    public IReadOnlyList<WrongRow> Wrong { get; private set; } = [];

    public int WrongCount { get; private set; }

    public IActionResult OnGet() => files.May(Viewer) ? Page() : Forbid();

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file, CancellationToken ct)
    {
        if (!files.May(Viewer))
            return Forbid();
        if (file is not { Length: > 0 and <= LargestFile })
        {
            ModelState.AddModelError("file", Words.Say(file is null or { Length: 0 } ? "admin.file.none" : "admin.file.large"));
            return Page();
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        var found = await files.TakeAsync(Viewer, Kind, bytes.ToArray(), dryRun: true, ct);
        (Held, Found) = found.Ok ? (Convert.ToBase64String(bytes.ToArray()), found.Value) : (null, null);
        ModelState.Remove(nameof(Held));
        return found.Problem is { } problem ? Refused(problem) : Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        if (!files.May(Viewer))
            return Forbid();

        var bytes = new byte[LargestFile];
        if (!Convert.TryFromBase64String(Held ?? "", bytes, out var length) || length == 0)
        {
            ModelState.AddModelError("file", Words.Say("admin.file.none"));
            return Page();
        }

        var taken = await files.TakeAsync(Viewer, Kind, bytes.AsMemory(0, length), dryRun: false, ct);
        if (taken.Problem is { } problem)
            return Refused(problem);

        TempData["Said"] = Words.Say("admin.file.taken", ("Added", taken.Value.Added), ("Changed", taken.Value.Changed), ("Same", taken.Value.Same));
        return LocalRedirect("/admin/files");
    }

    public async Task<IActionResult> OnGetExportAsync(FileKind kind, CancellationToken ct)
    {
        var csv = new MemoryStream();
        var given = await files.GiveAsync(Viewer, kind, csv, ct);
        return given.Problem is { } problem ? Refused(problem) : File(csv.ToArray(), "text/csv; charset=utf-8", $"{kind.ToString().ToLowerInvariant()}.csv");
    }

    private IActionResult Refused(Problem problem)
    {
        if (problem is NotForYou)
            return Forbid();

        (Held, Found) = (null, null);
        if (problem is RowsRefused rows)
            (Wrong, WrongCount) = (WrongRow.Of(Kind, rows), rows.Count);
        Refuse(problem, "file");
        return Page();
    }
}
