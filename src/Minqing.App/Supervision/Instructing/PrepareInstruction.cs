using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Supervision.Instructing;

/// <summary>What a leader has before them when they instruct on an appeal: what it is, whom they can instruct, until when.</summary>
public sealed class PrepareInstruction(MinqingDb db, Chains chains, RuleBook rules, TimeProvider clock)
{
    public async Task<Result<InstructionPlan>> RunAsync(Viewer viewer, AppealId id, CancellationToken ct)
    {
        var plan = await PlanAsync(viewer, id, ct);
        if (plan.Ok)
        {
            await db.NoteAccessAsync(viewer, plan.Value.Appeal, clock.Now(), ct);
        }

        return plan;
    }

    /// <summary>The same for who shows nothing of it.</summary>
    internal async Task<Result<InstructionPlan>> PlanAsync(Viewer viewer, AppealId id, CancellationToken ct)
    {
        if (await AppealCase.LoadAsync(db, id, ct) is not { } it)
        {
            return new NoSuchAppeal();
        }

        var (appeal, units) = (it.Appeal, it.Appeal.Orders.Select(o => o.Unit).Distinct().ToList());
        if (!viewer.Sees(appeal))
        {
            return new NoSuchAppeal();
        }

        if (viewer.PostFor(Permission.Instruct, appeal.Path, units, appeal.Category, appeal.Sensitive) is not { } author)
        {
            return new NotForYou(Permission.Instruct);
        }

        var (rule, where) = (rules.For(appeal.Path), await chains.AtAsync(appeal.Path, ct));
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var level = where.Lineage.Where(l => l.Value == author.Region).Select(l => l.Key).FirstOrDefault();
        var words = await db.Texts.AsNoTracking().Where(t => t.Id == appeal.Words).Select(t => t.Words).FirstOrDefaultAsync(ct);
        return new InstructionPlan(appeal, words, author, level, rule, Addressees.Of(appeal, where, rule.Profile, names, author));
    }
}

/// <summary>An appeal, the post by which it is instructed on, and whom it can go to.</summary>
public sealed record InstructionPlan(Appeal Appeal, string? Words, HeldPost Author, RegionLevel Level, Rules Rules, IReadOnlyList<Addressee> Addressees)
{
    private const int UsualDays = 5;

    private LimitRule? Row => Rules.Profile.Limits.FirstOrDefault(l => l.Kind == ClockKind.InstructionAnswer);

    /// <summary>The profile's limit, in working days.</summary>
    public int Days => Row is { Limit: { Measure: Measure.WorkingDays, Amount: var days } } ? days : UsualDays;

    /// <summary>The rule of the clock: the profile's warnings, the leader's limit.</summary>
    public ClockRule Rule(int days) => new(
        Row?.Id ?? "instruction-answer", Rules.Profile.Id, Rules.Profile.Version, Rules.Timetable.Version, new(days, Measure.WorkingDays), Row?.Warnings ?? Rules.Profile.Warnings, DailyAfter: true);
}
