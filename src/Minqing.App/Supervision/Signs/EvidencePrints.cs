using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Supervision.Signs;

/// <summary>Takes the prints of the photos that a round was closed with, and finds the same pictures in other appeals.</summary>
public sealed class EvidencePrints(MinqingDb db, OpenMedia open)
{
    private const int ReportersAtMost = 50;
    private const int PhotosAtMost = 100;

    public async Task<IReadOnlyList<EvidencePhoto>> OfAsync(Appeal appeal, Round round, CancellationToken ct)
    {
        var photos = new List<EvidencePhoto>();
        var reported = new Lazy<Task<IReadOnlySet<string>>>(() => OfReportersAsync(appeal, ct));
        foreach (var id in round.Evidence.Select(e => new MediaId(e)))
        {
            var opened = await open.RunAsync(appeal.Subject, id, MediaRole.Original, null, ct);
            if (!opened.Ok)
            {
                continue;
            }

            using var photo = opened.Value;
            var print = await PrintAsync(photo, ct);
            var other = await db.EvidencePrints.AsNoTracking().Where(p => p.Print == print && p.Appeal != appeal.Id).OrderBy(p => p.Media).Select(p => (AppealId?)p.Appeal).FirstOrDefaultAsync(ct);
            photos.Add(new(id.Value, photo.Origin.Point ?? photo.Origin.DeclaredPoint, photo.Origin.At ?? photo.Origin.DeclaredAt, other, (await reported.Value).Contains(print)));
            if (!await db.EvidencePrints.AnyAsync(p => p.Media == id, ct))
            {
                db.EvidencePrints.Add(new() { Media = id, Print = print, Appeal = appeal.Id });
            }
        }

        return photos;
    }

    // What stands under a reporter's own key stays closed.
    private async Task<IReadOnlySet<string>> OfReportersAsync(Appeal appeal, CancellationToken ct)
    {
        var prints = new HashSet<string>(StringComparer.Ordinal);
        var reports = (await db.ReportAppeals.AsNoTracking().Where(l => l.Appeal == appeal.Id).OrderBy(l => l.Report).Take(ReportersAtMost).Select(l => l.Report).ToListAsync(ct)).ConvertAll(r => (Guid?)r.Value);
        var sent = await db.Media.AsNoTracking().Where(m => m.SubjectKind == SubjectKind.Report && m.Kind == MediaKind.Photo && reports.Contains(m.SubjectId))
            .OrderBy(m => m.Id).Take(PhotosAtMost).Select(m => new { m.Id, m.SubjectId }).ToListAsync(ct);
        foreach (var one in sent)
        {
            if (await open.RunAsync(new(SubjectKind.Report, one.SubjectId!.Value), one.Id, MediaRole.Original, null, ct) is { Ok: true, Value: var shown })
            {
                using (shown)
                {
                    prints.Add(await PrintAsync(shown, ct));
                }
            }
        }

        return prints;
    }

    private static async Task<string> PrintAsync(OpenedMedia photo, CancellationToken ct) => Convert.ToHexStringLower(await SHA256.HashDataAsync(photo.Content, ct));
}
