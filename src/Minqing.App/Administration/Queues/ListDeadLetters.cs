using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Administration.Queues;

/// <summary>Messages that were given up, the newest first, without what they say: it may name people.</summary>
public sealed class ListDeadLetters(MinqingDb db, IEnumerable<Lane> lanes)
{
    private const int Size = 50;
    private const int PagesAtMost = 200;

    /// <param name="page">1 for the first.</param>
    public async Task<Result<DeadLetterPage>> RunAsync(Viewer viewer, int page, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOperations))
            return new NotForYou(Permission.SeeOperations);

        var kinds = lanes.Select(l => l.Kind).ToList();
        var rows = await db.Outbox.AsNoTracking()
            .Where(m => kinds.Contains(m.Kind) && m.DoneAt == null && m.FailedAt != null)
            .OrderByDescending(m => m.FailedAt).ThenByDescending(m => m.Id)
            .Select(m => new DeadLetter(m.Id, m.Kind, m.CreatedAt, m.FailedAt!.Value, m.Attempts, m.Error))
            .Skip((Math.Clamp(page, 1, PagesAtMost) - 1) * Size).Take(Size + 1).ToListAsync(ct);
        return new DeadLetterPage([.. rows.Take(Size)], rows.Count > Size ? Math.Clamp(page, 1, PagesAtMost) + 1 : null);
    }
}

/// <summary>A message that was given up, after how many attempts and why.</summary>
public sealed record DeadLetter(Guid Id, string Kind, DateTime CreatedAt, DateTime FailedAt, int Attempts, string? Why);

/// <summary>A page of dead letters, and the number of the next.</summary>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Rows, int? Next);
