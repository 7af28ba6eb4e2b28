using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>What deputies advised and asked in a period, and what the units made of it (S-10): by the index of who gave which task when.</summary>
public sealed class CountDeputies(MinqingDb db, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<PersonId, DeputyFigures>> RunAsync(IReadOnlyCollection<PersonId> people, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (begin, end, now) = (LocalTime.ToUtc(from, TimeSpan.Zero), LocalTime.ToUtc(to, TimeSpan.FromDays(1)), clock.Now());
        var givers = people.Select(p => (PersonId?)p).ToList();
        var tasks = await db.Dockets.AsNoTracking().Where(d => d.Kind == DocketKind.Advice || d.Kind == DocketKind.Questioning)
            .SelectMany(d => d.Tasks.Where(t => givers.Contains(t.SetBy) && t.SetAt >= begin && t.SetAt < end), (d, t) => new
            {
                d.Kind,
                By = t.SetBy,
                Answered = t.AnsweredAt != null,
                Done = t.DoneAt != null,
                Late = db.Clocks.Any(c => c.SubjectKind == SubjectKind.Docket && c.SubjectId == (Guid)(object)d.Id && c.No == t.Clock
                    && (c.MissedAt != null || (c.MetAt == null && c.EndedAt == null && (c.StoppedAt ?? c.SubmittedAt ?? now) > c.DueAt))),
            }).ToListAsync(ct);
        return tasks.GroupBy(t => t.By!.Value).ToDictionary(g => g.Key, g => new DeputyFigures(
            g.Count(t => t.Kind == DocketKind.Advice), g.Count(t => t.Kind == DocketKind.Questioning), g.Count(t => t.Answered), g.Count(t => t.Late), g.Count(t => t.Done)));
    }
}

/// <summary>What one deputy advised and asked, and what the units made of it.</summary>
public sealed record DeputyFigures(int Advice, int Questions, int Answered, int Late, int Accepted)
{
    public static DeputyFigures None { get; } = new(0, 0, 0, 0, 0);
}
