using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Supervision.Rounds;

/// <summary>The weekly lists of the viewer's area, the newest first, and one of them with how its appeals stand now (S-03).</summary>
public sealed class ReadRounds(MinqingDb db)
{
    private const int Weeks = 20;

    private static readonly Seen<WeeklyRound> Seen = new(r => r.Path);
    private static readonly Seen<Appeal> SeenAppeal = new(a => a.Path, null, a => a.Category, a => a.Sensitive);

    /// <param name="id">Null for the newest.</param>
    public async Task<Result<RoundsView>> RunAsync(Viewer viewer, Guid? id, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeInstructions))
        {
            return new NotForYou(Permission.SeeInstructions);
        }

        // A list stands for its area; of what is on it each reads what is of their categories.
        var reaches = viewer.Scope(Permission.SeeInstructions).Reaches;
        var (all, own) = (reaches.Any(r => r.Categories.Count == 0), reaches.SelectMany(r => r.Categories).Distinct().ToList());
        var rounds = await (
            from round in db.WeeklyRounds.AsNoTracking().Within(new Scope([.. reaches.Select(r => r with { Categories = [] })]), Seen).OrderByDescending(r => r.Slot).ThenBy(r => r.Path).Take(Weeks)
            join region in db.Regions on round.Region equals region.Id
            select new RoundHead(round.Id, round.Slot, region.Name, round.Level, round.After, round.Items.Count(i => all || db.Appeals.Any(a => a.Id == i.Appeal && own.Contains(a.Category))))).ToListAsync(ct);
        rounds = [.. rounds.OrderByDescending(r => r.Slot)];
        var chosen = id is { } asked ? rounds.FirstOrDefault(r => r.Id == asked) : rounds.FirstOrDefault();
        return id is not null && chosen is null ? new NoSuchRound() : new RoundsView(rounds, chosen, chosen is null ? [] : await RowsAsync(viewer, chosen, ct));
    }

    private async Task<IReadOnlyList<RoundRow>> RowsAsync(Viewer viewer, RoundHead round, CancellationToken ct)
    {
        var items = await db.WeeklyRounds.AsNoTracking().Where(r => r.Id == round.Id).SelectMany(r => r.Items).ToListAsync(ct);
        var ids = items.Select(i => i.Appeal).ToList();
        var instructed = await db.Instructions.AsNoTracking().Where(i => ids.Contains(i.Appeal) && i.GivenAt >= round.Slot && i.Level == round.Level).Select(i => i.Appeal).Distinct().ToListAsync(ct);
        var appeals = await db.Appeals.AsNoTracking().Within(viewer.Scope(Permission.SeeInstructions), SeenAppeal).SeenBy(db, viewer, sensitive: true).Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            a.Address,
            a.Stage,
            a.ReceivedAt,
            Words = db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(),
            Lead = db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault(),
        }).ToDictionaryAsync(a => a.Id, ct);
        return [.. items.OrderBy(i => i.No).Where(i => appeals.ContainsKey(i.Appeal)).Select(i => (Item: i, Appeal: appeals[i.Appeal]))
            .Select(x => new RoundRow(x.Item.Appeal, x.Item.Cause, x.Item.Concerns, x.Appeal.Address, PersonalData.Masked(x.Appeal.Words), x.Appeal.Lead, x.Appeal.Stage, x.Appeal.ReceivedAt, instructed.Contains(x.Item.Appeal)))];
    }
}

/// <summary>The newest lists, and one of them; null when there is none yet.</summary>
public sealed record RoundsView(IReadOnlyList<RoundHead> Rounds, RoundHead? Round, IReadOnlyList<RoundRow> Rows);

/// <summary>A list: of which week and region, and how long.</summary>
public sealed record RoundHead(Guid Id, DateTime Slot, string Region, RegionLevel Level, RegionLevel? After, int Items);

/// <summary>One appeal on it: why it was put there, how it stands now, whether it was instructed on since.</summary>
public sealed record RoundRow(AppealId Appeal, RoundCause Cause, Concern Concerns, string Address, string? Words, string? Lead, Stage Stage, DateTime ReceivedAt, bool Instructed);

/// <summary>There is no such weekly list in one's area.</summary>
public sealed record NoSuchRound : NotFound;
