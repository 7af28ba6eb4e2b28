using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Supervision.Instructing;

/// <summary>Per leader and per level: how many instructions were given, done, late (S-02).</summary>
public sealed class CountInstructions(MinqingDb db)
{
    private const int LeadersAtMost = 500;

    private static readonly Seen<About> Seen = new(x => x.Instruction.Path, Category: x => x.Category);

    /// <param name="to">The last day counted.</param>
    public async Task<Result<InstructionFigures>> RunAsync(Viewer viewer, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeInstructions))
        {
            return new NotForYou(Permission.SeeInstructions);
        }

        if (PeriodOutOfBounds.Of(from, to) is { } no)
        {
            return no;
        }

        var (begin, end) = (LocalTime.ToUtc(from, TimeSpan.Zero), LocalTime.ToUtc(to, TimeSpan.FromDays(1)));
        var counted = await db.Instructions.AsNoTracking().Where(i => i.GivenAt >= begin && i.GivenAt < end)
            .Join(db.Appeals, i => i.Appeal, a => a.Id, (i, a) => new About { Instruction = i, Category = a.Category }).Within(viewer.Scope(Permission.SeeInstructions), Seen).Select(x => x.Instruction)
            .GroupBy(i => new { i.Author, i.GivenBy, i.AuthorRole, i.Level })
            .Select(g => new { g.Key, Given = g.Count(), Done = g.Count(i => i.DoneAt != null), Late = g.Count(i => i.MissedAt != null) })
            .OrderByDescending(g => g.Given).Take(LeadersAtMost).ToListAsync(ct);
        var people = counted.Select(c => c.Key.GivenBy).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new InstructionFigures(
            [.. counted.Select(c => new LeaderFigures(names.GetValueOrDefault(c.Key.GivenBy) ?? "", c.Key.AuthorRole, c.Key.Level, c.Given, c.Done, c.Late))],
            [.. counted.GroupBy(c => c.Key.Level).OrderBy(g => g.Key).Select(g => new LevelFigures(g.Key, g.Sum(c => c.Given), g.Sum(c => c.Done), g.Sum(c => c.Late)))]);
    }

    private sealed class About
    {
        public required Instruction Instruction { get; init; }

        /// <summary>Of the appeal that it is on.</summary>
        public required string Category { get; init; }
    }
}

/// <summary>Figures of a period.</summary>
public sealed record InstructionFigures(IReadOnlyList<LeaderFigures> Leaders, IReadOnlyList<LevelFigures> Levels);

/// <summary>Of one leader in one post.</summary>
public sealed record LeaderFigures(string Name, Role Role, RegionLevel Level, int Given, int Done, int Late);

/// <summary>Of all leaders of a level.</summary>
public sealed record LevelFigures(RegionLevel Level, int Given, int Done, int Late);
