using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Administration.Queues;

/// <summary>How the work in the background stands: queues, dead letters, clocks, loops, the journal's seal (P-24).</summary>
public sealed class ReadOperation(MinqingDb db, IEnumerable<Lane> lanes, Heartbeats heartbeats, TimeProvider clock)
{
    private const int CountAtMost = 10_000;

    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(1);

    public async Task<Result<OperationNow>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOperations))
            return new NotForYou(Permission.SeeOperations);

        var queues = new List<QueueNow>();
        foreach (var lane in lanes.OrderBy(l => l.Kind, StringComparer.Ordinal))
            queues.Add(await QueueAsync(lane.Kind, ct));

        var late = clock.Now() - Slow;
        var behind = db.Clocks.AsNoTracking().Where(c => c.WakeAt != null && c.WakeAt <= late);
        var head = await db.TreeHeads.AsNoTracking().OrderByDescending(h => h.Size).Select(h => new SealNow(h.Size, h.At)).FirstOrDefaultAsync(ct);
        return new OperationNow(
            queues,
            await behind.Take(CountAtMost).CountAsync(ct),
            await behind.OrderBy(c => c.WakeAt).Select(c => c.WakeAt).FirstOrDefaultAsync(ct),
            heartbeats.All(),
            head,
            await db.Journal.AsNoTracking().Where(j => j.Leaf == null).OrderBy(j => j.Id).Select(j => (DateTime?)j.At).FirstOrDefaultAsync(ct));
    }

    // One question for each kind: the index begins with it, and delivered messages are never looked at.
    private async Task<QueueNow> QueueAsync(string kind, CancellationToken ct)
    {
        var open = db.Outbox.AsNoTracking().Where(m => m.Kind == kind && m.DoneAt == null);
        var waiting = open.Where(m => m.FailedAt == null);
        return new(
            kind,
            await waiting.Take(CountAtMost).CountAsync(ct),
            await waiting.OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(CountAtMost).MinAsync(m => (DateTime?)m.CreatedAt, ct),
            await waiting.Where(m => m.DueAt > DateTime.UnixEpoch && m.Error != null).Take(CountAtMost).CountAsync(ct),
            await open.Where(m => m.FailedAt != null).Take(CountAtMost).CountAsync(ct));
    }
}

/// <summary>How the work in the background stands.</summary>
/// <param name="ClocksBehind">Clocks that wanted attention more than a minute ago.</param>
/// <param name="BehindSince">Since when the first of them waits.</param>
/// <param name="Loops">The loops of this node only.</param>
/// <param name="Seal">The last signed tree head; null before the first.</param>
/// <param name="UnsealedSince">When the oldest entry without a seal was written; null when all are sealed.</param>
public sealed record OperationNow(IReadOnlyList<QueueNow> Queues, int ClocksBehind, DateTime? BehindSince, IReadOnlyList<Heartbeat> Loops, SealNow? Seal, DateTime? UnsealedSince)
{
    public int Waiting => Queues.Sum(q => q.Waiting);

    public int Dead => Queues.Sum(q => q.Dead);
}

/// <summary>One kind of message: how many wait and since when, how many of them failed before, how many were given up. Counts end at ten thousand.</summary>
public sealed record QueueNow(string Kind, int Waiting, DateTime? Oldest, int Retrying, int Dead);

/// <summary>A signed tree head: so many entries, at this time.</summary>
public sealed record SealNow(long Entries, DateTime At);
