using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold of the responsibility list: every line names what there is, and none stands in the way of another.</summary>
internal static class DutyRules
{
    private const string Everywhere = "";

    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        if (draft.Readable(ProfileFiles.Main, "fields"))
        {
            draft.Once(p.Fields, f => f.Code, "field");
        }

        if (!draft.Readable(ProfileFiles.Duties, "duties"))
        {
            return;
        }

        draft.Once(p.Duties.Duties, d => d.Id, "duty");
        foreach (var duty in p.Duties.Duties)
        {
            One(draft, p, duty);
        }

        foreach (var (same, (category, region)) in p.Duties.Duties.SelectMany(Fits).GroupBy(f => f.Where, f => f.Duty).Where(g => g.Count() > 1).Select(g => (g.ToList(), g.Key)))
        {
            draft.Need(false, same[^1], $"{same[0].Id} and {same[^1].Id} both say who has {category}{(region == Everywhere ? "" : $" in {region}")}: one of them never applies.");
        }
    }

    private static void One(Draft draft, Profile p, Duty duty)
    {
        draft.Need(duty.Categories.Count > 0, duty, $"{duty.Id} is for no category.");
        if (draft.Readable(ProfileFiles.Categories, "categories"))
        {
            foreach (var code in duty.Categories.Where(c => p.Categories.All(x => x.Code != c)))
            {
                draft.Need(false, duty, $"{duty.Id} is for category {code}, which does not exist.{Nearest.Hint(code, p.Categories.Select(c => c.Code))}");
            }
        }

        foreach (var code in duty.Regions)
        {
            draft.Need(code.Length == 12 && code.All(char.IsAsciiDigit) && code.StartsWith(p.Root.TrimEnd('0'), StringComparison.Ordinal), duty, $"{duty.Id} is for {code}, which is no division code of 12 digits below {p.Root}.");
        }

        UnitRules.Sought(draft, duty, duty.Lead, $"the lead of {duty.Id}");
        foreach (var co in duty.Co)
        {
            UnitRules.Sought(draft, duty, co, $"a co-unit of {duty.Id}");
            draft.Need(co != duty.Lead, duty, $"{duty.Id} names its lead beside itself.");
        }

        draft.Need(!duty.SelfGoverned || (duty.Lead.Kind == UnitKind.Village && duty.Basis.Length > 0), duty, $"{duty.Id} is self-governed: that needs a village as its lead, and the law that leaves it to them.");
        if (duty.Reply is { } reply && draft.Readable(ProfileFiles.Templates, "templates"))
        {
            var template = p.Templates.FirstOrDefault(t => t.Id == reply);
            draft.Need(template is not null, duty, $"{duty.Id} replies with {reply}, which is no template.{Nearest.Hint(reply, p.Templates.Select(t => t.Id))}");
            draft.Need(template is null or { Step: Step.Finish }, duty, $"{duty.Id} replies with {reply}, which is not for finish.");
        }
    }

    private static IEnumerable<(Duty Duty, (string Category, string Region) Where)> Fits(Duty duty) =>
        from category in duty.Categories
        from region in duty.Regions.DefaultIfEmpty(Everywhere)
        select (duty, (category, region));
}
