using Minqing.App.Appeals.Intake;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>What would become of a matter reported now: who has it, by when, under which rule. Asks what intake asks, so that it cannot say otherwise.</summary>
public sealed class ForetellCourse(Chains chains, RuleBook rules, TimeProvider clock)
{
    /// <param name="intent">Null for what the category mostly means.</param>
    /// <param name="urgency">Null for that of the category.</param>
    public async Task<Result<Foretold>> RunAsync(Region region, Category category, Intent? intent, Urgency? urgency, CancellationToken ct)
    {
        var (where, under, now) = (await chains.AtAsync(region.Path, ct), rules.For(region.Path), clock.Now());
        var p = under.Profile;
        var first = intent == Intent.Disclosure ? FirstUnit.ForDisclosure(where, p) : FirstUnit.Of(where, p, category.Code);
        if (first is null || LeadUnits.At(where, p, p.FollowUp.Level) is not { } desk || region.Level is not (RegionLevel.Township or RegionLevel.Village or RegionLevel.Grid))
        {
            return new PlaceNotServed();
        }

        var should = Suggestion.Of(where, p, category.Code, _ => false);
        var lead = first.Why != FirstBy.Screening ? first.Level : (should.ByDuty ? LeadUnits.Sought(where, p, should.Duty!.Lead) : LeadUnits.First(where, p))?.Level ?? 1;
        var asked = new Asked(under, category, intent ?? category.Intent, urgency ?? category.Urgency, now);
        return new Foretold(
            p, where, first, Named(where, first.Unit)!, should, lead, Named(where, desk.Unit)!,
            [.. p.Levels.Select(l => new ForetoldLevel(l, Named(where, LeadUnits.At(where, p, l.No)?.Unit), Named(where, LeadUnits.CheckerOf(where, p, l.No)), asked.Limit(ClockKind.Handle, l.No), [.. asked.BySize(l)]))],
            [.. asked.AtReceipt(first, lead)],
            [asked.Limit(ClockKind.Check, lead), asked.Limit(ClockKind.FollowUp, lead)]);
    }

    private static ServingUnit? Named(Responsibility where, UnitId? id) => where.Units.FirstOrDefault(u => u.Id == id);

    private sealed record Asked(Rules Rules, Category Category, Intent Intent, Urgency Urgency, DateTime Now)
    {
        // What begins to count the moment it is sent; the lead's own once it is dispatched.
        public IEnumerable<ForetoldLimit> AtReceipt(FirstUnit first, int lead) =>
        [
            .. Rules.Profile.HasFirstCall ? [Limit(ClockKind.FirstCall, 1)] : (ForetoldLimit[])[],
            .. first.Why == FirstBy.Screening ? [Limit(ClockKind.Dispatch, first.Level)] : (ForetoldLimit[])[],
            Limit(ClockKind.Sign, lead),
            Limit(ClockKind.Handle, lead),
            .. Rules.Profile.StatutoryRows(first.Level, Category.Code, Grade.Ordinary, Urgency, Intent).Select(row => new ForetoldLimit(ClockKind.Statutory, first.Level, row, Rules.Timetable.Explain(Now, row.Limit))),
        ];

        public IEnumerable<SizedLimit> BySize(HandlingLevel level) =>
            from grade in Enum.GetValues<Grade>()
            let row = Row(ClockKind.Handle, level.No, grade)
            where row.Id != Row(ClockKind.Handle, level.No, level.Grade).Id
            select new SizedLimit(grade, row);

        public ForetoldLimit Limit(ClockKind kind, int level)
        {
            var grade = kind is ClockKind.FirstCall or ClockKind.Dispatch ? Grade.Ordinary : Rules.Profile.Levels[level - 1].Grade;
            var rule = Row(kind, level, grade);
            return new(kind, level, rule, Rules.Timetable.Explain(Now, rule.Limit));
        }

        private LimitRule Row(ClockKind kind, int level, Grade grade) =>
            Rules.Profile.RowFor(kind, level, Category.Code, grade, Urgency, Intent) ?? throw new InvalidOperationException($"{Rules.Profile.Id} has no limit for {kind}.");
    }
}
