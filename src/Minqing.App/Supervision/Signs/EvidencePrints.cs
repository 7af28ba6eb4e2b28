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
    public async Task<IReadOnlyList<EvidencePhoto>> OfAsync(Appeal appeal, Round round, CancellationToken ct)
    {
        var photos = new List<EvidencePhoto>();
        foreach (var id in round.Evidence.Select(e => new MediaId(e)))
        {
            var opened = await open.RunAsync(appeal.Subject, id, MediaRole.Original, null, ct);
            if (!opened.Ok)
            {
                continue;
            }

            using var photo = opened.Value;
            var print = Convert.ToHexStringLower(await SHA256.HashDataAsync(photo.Content, ct));
            var other = await db.EvidencePrints.AsNoTracking().Where(p => p.Print == print && p.Appeal != appeal.Id).OrderBy(p => p.Media).Select(p => (AppealId?)p.Appeal).FirstOrDefaultAsync(ct);
            photos.Add(new(id.Value, photo.Origin.Point ?? photo.Origin.DeclaredPoint, photo.Origin.At ?? photo.Origin.DeclaredAt, other));
            if (!await db.EvidencePrints.AnyAsync(p => p.Media == id, ct))
            {
                db.EvidencePrints.Add(new() { Media = id, Print = print, Appeal = appeal.Id });
            }
        }

        return photos;
    }
}
