using Minqing.App.People;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Administration.Queues;

/// <summary>A dead letter goes back into its queue, as if it had never been tried.</summary>
public sealed class RetryDeadLetter(MinqingDb db, Leases leases)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, Guid id, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOperations))
            return new NotForYou(Permission.SeeOperations);

        return await db.ReviveAsync(id, leases.Now, ct) == 0 ? new NoSuchDeadLetter() : default(Done);
    }
}
