using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Merging;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Outbox;

namespace Minqing.App.Appeals.Events;

/// <summary>Closes a batch of what is open of a closed event; the next batch is asked for in the same save, so that it goes on wherever it was broken off. What is closed already is passed over, and so is what few may see or what is about the unit that answers (P-12): that is worked on to its own end.</summary>
internal sealed class CloseEventAppeals(MinqingDb db, RuleBook rules, Chains chains, JoinedLimits joined, Leases leases, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "close-event";
    private const int AtOnce = 50;

    /// <summary>The message for the batch behind an appeal; null for the first.</summary>
    public static OutboxMessage Next(MassEventId named, AppealId? after, DateTime due, DateTime now) => new()
    {
        Id = DerivedId.Of("close event", named.Value, after?.Value ?? Guid.Empty),
        Kind = Kind,
        Payload = $"{named.Value} {after?.Value ?? Guid.Empty}",
        CreatedAt = now,
        DueAt = due,
    };

    /// <summary>The message for one appeal alone.</summary>
    /// <param name="entry">The journal entry with which it joined.</param>
    public static OutboxMessage Only(Guid entry, MassEventId named, AppealId appeal, DateTime due, DateTime now) => new()
    {
        Id = DerivedId.Of("close event's latecomer", entry, appeal.Value),
        Kind = Kind,
        Payload = $"{named.Value} {Guid.Empty} {appeal.Value}",
        CreatedAt = now,
        DueAt = due,
    };

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        Guid[] said = [.. message.Payload.Split(' ').Select(Guid.Parse)];
        var (id, after) = (new MassEventId(said[0]), new AppealId(said[1]));
        if (await db.MassEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct) is not { Closes: { } outcome, Answer: { } answer } it)
        {
            return Delivery.Done;
        }

        var words = await db.Texts.AsNoTracking().Where(t => t.Id == answer).Select(t => t.Words).FirstAsync(ct);
        var closed = await db.Journal.AsNoTracking().Of([it.Subject]).Where(j => j.Step == MassEvent.CloseStep).Select(j => j.Body).FirstAsync(ct);
        var by = new By(Facts.Parse(closed).Actor, clock.Now());
        var open = said.Length > 2 && new AppealId(said[2]) is var only ? OpenOf(db, id).Where(a => a.Id == only) : OpenOf(db, id);
        var ids = await open.Where(a => a.Id > after).OrderBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var appeal in ids)
        {
            if (await AppealCase.LoadAsync(db, appeal, ct) is { } of && !of.Appeal.IsAbout(it.Unit))
            {
                var text = new Written(DerivedId.Of($"event closing {it.Answers}", id.Value, appeal.Value), words!, RandomNumberGenerator.GetBytes(16));
                of.Appeal.CloseWithEvent(text, outcome, await AnsweringAsync(of.Appeal, it, ct), of.Reports, rules.For(of.Appeal.Path), by);
                await joined.FollowAsync(of, ct);
            }
        }

        if (ids.Count == AtOnce)
        {
            db.Outbox.Add(Next(id, ids[^1], leases.Now, clock.Now()));
        }

        return Delivery.Done;
    }

    /// <summary>How many are closed with it yet: not those about the unit that answers.</summary>
    public static async Task<int> CountAsync(MinqingDb db, MassEvent named, CancellationToken ct) =>
        await OpenOf(db, named.Id).CountAsync(a => !a.Targets.Any(), ct) + (await OpenOf(db, named.Id).Where(a => a.Targets.Any()).Select(a => a.Targets.ToList()).ToListAsync(ct)).Count(t => !t.Exists(o => o.IsOrIsWithin(named.Unit)));

    /// <summary>What of an event is not closed yet, but for what few may see.</summary>
    private static IQueryable<Appeal> OpenOf(MinqingDb db, MassEventId named)
    {
        var stages = new[] { Stage.Screening, Stage.Dispatching, Stage.Handling, Stage.Checking };
        return db.Appeals.AsNoTracking().Where(a => a.Event == named && !a.Sensitive && a.ClosedAt == null && stages.Contains(a.Stage));
    }

    private async Task<LevelUnit> AnsweringAsync(Appeal appeal, MassEvent it, CancellationToken ct)
    {
        var (where, profile) = (await chains.AtAsync(appeal.Path, ct), rules.For(appeal.Path).Profile);
        return new(where.Units.FirstOrDefault(u => u.Id == it.Unit) is { } serving && profile.LevelOf(serving.Level) is { } level ? level : profile.Levels.Count, it.Unit);
    }
}
