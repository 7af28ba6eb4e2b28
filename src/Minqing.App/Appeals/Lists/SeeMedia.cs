using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Lists;

/// <summary>Shows a photo or clip to whoever may see its appeal; what stands under the reporter's key, to those who opened the identity within a day.</summary>
public sealed class SeeMedia(MinqingDb db, OpenMedia open, IdentityVault vault, CaseMedia own, TimeProvider clock)
{
    private static readonly TimeSpan Opened = TimeSpan.FromDays(1);

    public async Task<Result<OpenedMedia>> RunAsync(Viewer viewer, AppealId id, MediaId media, bool small, CancellationToken ct)
    {
        if (await AppealCase.LoadAsync(db, id, ct) is not { } it || !viewer.Sees(it.Appeal))
        {
            return new NoSuchAppeal();
        }

        var row = await db.Media.AsNoTracking().Where(m => m.Id == media).Select(m => new { m.SubjectId, m.Kind, Private = m.KeyVersion == null }).SingleOrDefaultAsync(ct);
        Subject[] subjects = [it.Appeal.Subject, .. it.Reports.Select(r => r.Subject)];
        if (row is null || Array.FindIndex(subjects, s => s.Id == row.SubjectId) is var at && (at < 0 || (at > 0 && (await own.ElsewhereAsync(it, ct)).Contains(media))))
        {
            return new NoSuchMedia(media.Value);
        }

        if (!small)
        {
            await db.NoteAccessAsync(viewer, it.Appeal, clock.Now(), ct);
        }

        var role = row.Kind == MediaKind.Voice ? MediaRole.Playable : small ? MediaRole.Small : MediaRole.Large;
        using var key = row.Private && at > 0 && await OpenedByAsync(viewer, new(subjects[at].Id), ct) ? await vault.KeyAsync(new(subjects[at].Id), ct) : null;
        return await open.RunAsync(subjects[at], media, role, key, ct);
    }

    private async Task<bool> OpenedByAsync(Viewer viewer, ReportId report, CancellationToken ct)
    {
        var since = clock.Now() - Opened;
        var openings = await db.Journal.AsNoTracking().Where(j => j.SubjectId == report.Value && j.SubjectKind == SubjectKind.Vault && j.At >= since).Select(j => j.Body).ToListAsync(ct);
        return openings.Select(b => Facts.Parse(b).Actor.Person).Contains(viewer.Person);
    }
}
