using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Outbox;

/// <summary>The outbox as a queue that many nodes draw from. All instants are machine time.</summary>
public static class OutboxQueue
{
    /// <summary>Waiting messages of a kind that are due.</summary>
    public static IQueryable<OutboxMessage> Due(this IQueryable<OutboxMessage> outbox, string kind, DateTime now) =>
        outbox.Where(m => m.Kind == kind && m.DoneAt == null && m.FailedAt == null && m.DueAt <= now);

    /// <summary>Takes up to <paramref name="count"/> due messages for <paramref name="claim"/> until <paramref name="until"/>, when others may have them.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(this MinqingDb db, string kind, Guid claim, int count, DateTime now, DateTime until, CancellationToken ct)
    {
        var sql = $$"""
            with due as materialized (
                select id from outbox
                where kind = {0} and done_at is null and failed_at is null and due_at <= {1}
                order by due_at, id limit {2} {{db.Dialect.SkipLocked}})
            update outbox set claimed_by = {3}, due_at = {4}, attempts = attempts + 1
            where id in (select id from due)
            returning *
            """;
        var claimed = await db.Outbox.FromSqlRaw(sql, kind, db.Dialect.Instant(now), count, claim, db.Dialect.Instant(until)).AsNoTracking().ToListAsync(ct);
        return [.. claimed.OrderBy(m => m.Id)];
    }

    /// <summary>Gives messages back untouched; the attempt does not count.</summary>
    public static Task<int> ReleaseAsync(this MinqingDb db, Guid claim, IReadOnlyCollection<Guid> messages, DateTime now, CancellationToken ct) =>
        db.Outbox.Where(m => messages.Contains(m.Id) && m.ClaimedBy == claim && m.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.DueAt, now).SetProperty(m => m.Attempts, m => m.Attempts - 1), ct);

    /// <summary>Puts a message off, unless the claim was lost.</summary>
    public static Task<int> PutOffAsync(this MinqingDb db, Guid claim, Guid message, DateTime until, string why, CancellationToken ct) =>
        db.Outbox.Where(m => m.Id == message && m.ClaimedBy == claim && m.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.DueAt, until).SetProperty(m => m.Error, why), ct);

    /// <summary>Gives a message up: a dead letter, unless the claim was lost.</summary>
    public static Task<int> GiveUpAsync(this MinqingDb db, Guid claim, Guid message, DateTime now, string why, CancellationToken ct) =>
        db.Outbox.Where(m => m.Id == message && m.ClaimedBy == claim && m.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.FailedAt, now).SetProperty(m => m.Error, why), ct);

    /// <summary>Puts a dead letter back, with all its attempts before it; 0 when it is none.</summary>
    public static Task<int> ReviveAsync(this MinqingDb db, Guid message, DateTime now, CancellationToken ct) =>
        db.Outbox.Where(m => m.Id == message && m.DoneAt == null && m.FailedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.FailedAt, (DateTime?)null).SetProperty(m => m.DueAt, now).SetProperty(m => m.Attempts, 0), ct);

    /// <summary>Takes a dead letter off the list; 0 when it is none.</summary>
    public static Task<int> SetAsideAsync(this MinqingDb db, Guid message, DateTime now, CancellationToken ct) =>
        db.Outbox.Where(m => m.Id == message && m.DoneAt == null && m.FailedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, now), ct);

    /// <summary>Messages put off or claimed further ahead than anything is: the machine's time was wrong then. They are due now.</summary>
    public static Task<int> HealAsync(this MinqingDb db, DateTime now, TimeSpan furthest, CancellationToken ct)
    {
        var beyond = now + furthest;
        return db.Outbox.Where(m => m.DoneAt == null && m.FailedAt == null && m.DueAt > beyond)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now), ct);
    }
}
