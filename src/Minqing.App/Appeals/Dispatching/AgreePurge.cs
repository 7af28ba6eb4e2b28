using Minqing.App.Appeals.Identities;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The second person agrees that what holds a secret is destroyed: nothing but a stub stays (I-31).</summary>
public sealed class AgreePurge(Acting acting, MinqingDb db, PurgeSecret purge, EraseMedia media)
{
    /// <param name="sure">They say that they know it cannot be undone.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, bool sure, string? seen, CancellationToken ct)
    {
        if (!sure)
        {
            return new NotSure();
        }

        IReadOnlyList<Subject> purged = [];
        return await db.WipedAsync(async () =>
        {
            var done = await acting.AsStaffAsync(viewer, id, seen, async d =>
            {
                var agreed = d.Appeal.AgreePurge(d.Hand, d.Rules);
                purged = agreed.Ok ? await purge.TakeAsync(d.Case, agreed.Value.Kind, agreed.Value.By, ct) : [];
                return agreed.Problem;
            }, ct);
            foreach (var subject in done.Ok ? purged : [])
            {
                await media.RemoveFilesAsync(subject, ct);
            }

            return done;
        }, ct);
    }
}
