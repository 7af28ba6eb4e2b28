using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Minqing.Storage.Sqlite;

/// <summary>SQLite has one writer at a time. Those of this process stand in a queue for it instead of each asking again and again whether it is free.</summary>
internal sealed class WriterQueue : IDisposable
{
    // Whoever waits longer asks the database itself, which knows of other processes, too.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim turn = new(1);
    private readonly ConditionalWeakTable<DbConnection, object> writing = [];

    public async ValueTask EnterAsync(DbConnection connection, CancellationToken ct)
    {
        if (!writing.TryGetValue(connection, out _) && await turn.WaitAsync(Patience, ct))
        {
            writing.Add(connection, turn);
        }
    }

    public void Leave(DbConnection? connection)
    {
        if (connection is not null && writing.Remove(connection))
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
