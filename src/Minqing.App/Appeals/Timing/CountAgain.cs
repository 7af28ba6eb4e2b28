using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Outbox;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Timing;

/// <summary>One batch of a recount: what would move is written down, or what was written down moves. The next batch is asked for in the same save, so that it goes on wherever it was broken off.</summary>
internal sealed class CountAgain(MinqingDb db, RuleBook rules, Leases leases, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "recount";
    private const int AtOnce = 100;

    /// <summary>The message for the batch that comes next.</summary>
    public static OutboxMessage Next(Recount recount, DateTime due, DateTime now) => new()
    {
        Id = DerivedId.Of(string.Create(CultureInfo.InvariantCulture, $"recount {recount.Stage} {recount.Seen} {recount.Tried}"), recount.Id),
        Kind = Kind,
        Payload = recount.Id.ToString(),
        CreatedAt = now,
        DueAt = due,
    };

    /// <summary>Whether there is a batch to come; none where one failed too often and was given up.</summary>
    public static Task<bool> GoesOnAsync(MinqingDb db, Recount recount, CancellationToken ct)
    {
        var payload = recount.Id.ToString();
        return db.Outbox.AsNoTracking().AnyAsync(m => m.Kind == Kind && m.DoneAt == null && m.FailedAt == null && m.Payload == payload, ct);
    }

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = Guid.Parse(message.Payload);
        if (await db.Recounts.FirstOrDefaultAsync(r => r.Id == id, ct) is not { Runs: true } it)
        {
            return Delivery.Done;
        }

        await (it.Stage == RecountStage.Looking ? LookAsync(it, ct) : MoveAsync(it, ct));
        if (it.Runs)
        {
            db.Outbox.Add(Next(it, leases.Now, clock.Now()));
        }

        return Delivery.Done;
    }

    private async Task LookAsync(Recount it, CancellationToken ct)
    {
        var open = db.Appeals.AsNoTracking().Open().Under(a => a.Path, new RegionPath(it.Path));
        if (it.After is { } after)
        {
            open = open.Where(a => a.Id > after);
        }

        var (now, moves) = (clock.Now(), new List<RecountMove>());
        var ids = await open.OrderBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var id in ids)
        {
            if (await AppealCase.LoadAsync(db, id, ct) is { } of)
            {
                foreach (var move in Movable.Of(of, rules.For(of.Appeal.Path), now))
                {
                    moves.Add(new(it.Id, it.Moves + moves.Count + 1, id, move.Report, move.Number, move.Clock, move.To));
                }
            }
        }

        db.AddRange(moves);
        it.Saw(ids.Count, ids.Count > 0 ? ids[^1] : null, moves.Count(m => m.To > m.From), moves.Count(m => m.To < m.From), ids.Count < AtOnce, now);
    }

    // An appeal's limits move together; of a limit that ended or was extended in between nothing moves.
    private async Task MoveAsync(Recount it, CancellationToken ct)
    {
        var (now, done) = (clock.Now(), it.Tried);
        var moves = await db.RecountMoves.Where(m => m.Recount == it.Id && m.No > done).OrderBy(m => m.No).Take(AtOnce).ToListAsync(ct);
        if (moves.Count == AtOnce)
        {
            var (last, no) = (moves[^1].Appeal, moves[^1].No);
            moves.AddRange(await db.RecountMoves.Where(m => m.Recount == it.Id && m.No > no && m.Appeal == last).ToListAsync(ct));
        }

        var moved = 0;
        foreach (var of in moves.GroupBy(m => m.Appeal))
        {
            if (await AppealCase.LoadAsync(db, of.Key, ct) is not { Appeal.Ended: false } found)
            {
                continue;
            }

            var rule = rules.For(found.Appeal.Path);
            var due = Movable.Of(found, rule, now).ToDictionary(m => (m.Report, m.Clock.No), m => m.To);
            Movable.Move(found, rule, it.By with { At = now }, [.. of.Select(m => m.Report).OfType<ReportId>()]);
            foreach (var move in of.Where(m => due.ContainsKey((m.Report, m.Clock))))
            {
                move.Move(due[(move.Report, move.Clock)], now);
                moved++;
            }
        }

        it.Try(moves.Count > 0 ? moves.Count : it.Moves - it.Tried, moved, now);
    }
}
