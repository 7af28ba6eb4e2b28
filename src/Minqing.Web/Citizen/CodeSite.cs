using Minqing.App.Appeals;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;

namespace Minqing.Web.Citizen;

/// <summary>What the report page says of the place behind a code, and of the rules there.</summary>
public sealed record CodeSite(string Words, string Around, IntakeRules Rules, IReadOnlyList<Category> Categories, string FirstCall, string Path, Profile Profile)
{
    public static CodeSite Of(ScannedSite scanned, RuleBook book, DateTime now)
    {
        var rules = book.For(scanned.Place.Path);
        var called = rules.Profile.RowFor(ClockKind.FirstCall, 1, rules.Profile.CategoryOf(null).Code, Grade.Ordinary, Urgency.Normal)?.Limit;
        return new(
            scanned.Place.Address,
            string.Join(" · ", scanned.Around.Take(2)),
            rules.Profile.Intake,
            [.. rules.Profile.Categories.Where(c => c.Offered)],
            called is null ? "会" : By(called, rules.Timetable.Due(now, called), now),
            scanned.Place.Path,
            rules.Profile);
    }

    private static string By(Limit limit, DateTime due, DateTime now) =>
        limit.Measure == Measure.DutyMinutes && due - now <= TimeSpan.FromMinutes(limit.Amount) ? $"会在 {limit.Amount} 分钟内" : Spoken.By(due, now);
}
