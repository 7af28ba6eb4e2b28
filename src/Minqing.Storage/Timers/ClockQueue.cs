using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Timers;

/// <summary>Clocks as a queue that many nodes draw from, in the order in which they want attention. A subject is drawn through its earliest clock, so that one node at a time works on it.</summary>
public static class ClockQueue
{
    /// <summary>When the next unclaimed clock wants attention; null when none does. <paramref name="moment"/> tells which claims hold.</summary>
    public static Task<DateTime?> NextWakeAsync(this MinqingDb db, ClaimMoment moment, CancellationToken ct)
    {
        var (now, beyond) = (moment.Now, moment.Beyond);
        return db.Clocks
            .Where(c => c.WakeAt != null && (c.ClaimedUntil == null || c.ClaimedUntil <= now || c.ClaimedUntil > beyond))
            .OrderBy(c => c.WakeAt).Select(c => c.WakeAt).FirstOrDefaultAsync(ct);
    }

    /// <summary>Takes up to <paramref name="count"/> subjects whose earliest clock is due at program time <paramref name="due"/>.</summary>
    public static async Task<IReadOnlyList<Subject>> ClaimClocksAsync(this MinqingDb db, Guid claim, int count, DateTime due, ClaimMoment moment, CancellationToken ct)
    {
        var sql = $$"""
            with due as materialized (
                select c.subject_id, c.no from clocks c
                where c.wake_at <= {0} and (c.claimed_until is null or c.claimed_until <= {1} or c.claimed_until > {2})
                    and not exists (
                        select 1 from clocks e
                        where e.subject_id = c.subject_id and (e.wake_at < c.wake_at or (e.wake_at = c.wake_at and e.no < c.no)))
                order by c.wake_at limit {3} {{db.Dialect.SkipLocked}})
            update clocks set claimed_by = {4}, claimed_until = {5}
            where (subject_id, no) in (select subject_id, no from due)
            """;
        object[] values = [db.Dialect.Instant(due), db.Dialect.Instant(moment.Now), db.Dialect.Instant(moment.Beyond), count, claim, db.Dialect.Instant(moment.Until)];
        return await db.Database.ExecuteSqlRawAsync(sql, values, ct) == 0
            ? []
            : await db.Clocks.Where(c => c.ClaimedBy == claim).OrderBy(c => c.WakeAt).Select(c => new Subject(c.SubjectKind, c.SubjectId)).ToListAsync(ct);
    }

    /// <summary>Ends the claims on these subjects; says whether all of them still held. To be the last statement of the transaction that fired them.</summary>
    public static async Task<bool> EndClaimsAsync(this MinqingDb db, Guid claim, IReadOnlyCollection<Subject> subjects, CancellationToken ct)
    {
        var ids = subjects.Select(s => s.Id).ToList();
        return await db.Clocks.Where(c => c.ClaimedBy == claim && ids.Contains(c.SubjectId))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClaimedBy, (Guid?)null).SetProperty(c => c.ClaimedUntil, (DateTime?)null), ct) == ids.Count;
    }

    /// <summary>Leaves a subject alone until <paramref name="until"/>, unless the claim was lost.</summary>
    public static Task PutOffAsync(this MinqingDb db, Guid claim, Subject subject, DateTime until, CancellationToken ct) =>
        db.Clocks.Where(c => c.ClaimedBy == claim && c.SubjectId == subject.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClaimedUntil, until), ct);
}

/// <summary>Machine time for a claim: now, until when a claim made now holds, and beyond which a claim can only come from a machine whose time was wrong.</summary>
public readonly record struct ClaimMoment(DateTime Now, DateTime Until, DateTime Beyond);
