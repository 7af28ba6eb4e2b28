using Microsoft.Extensions.Logging;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Administration.Queues;

/// <summary>A dead letter is not tried again and not shown any more; it is forgotten with the delivered ones.</summary>
public sealed partial class SetAsideDeadLetter(MinqingDb db, Leases leases, ILogger<SetAsideDeadLetter> log)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, Guid id, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOperations))
            return new NotForYou(Permission.SeeOperations);

        if (await db.SetAsideAsync(id, leases.Now, ct) == 0)
            return new NoSuchDeadLetter();

        LogSetAside(id, viewer.Account);
        return default(Done);
    }

    [LoggerMessage(LogLevel.Warning, "Message {Message} was set aside by account {Account}")]
    private partial void LogSetAside(Guid message, Guid? account);
}
