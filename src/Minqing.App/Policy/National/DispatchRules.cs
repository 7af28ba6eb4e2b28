using Minqing.Domain.Policy;

namespace Minqing.App.Policy.National;

/// <summary>Who gets what, and what they can say against it.</summary>
internal static class DispatchRules
{
    private static readonly NationalRule GrassRoots = new("国办函〔2025〕66号（五）", "what departments should do is not given to the grass roots");
    private static readonly NationalRule Objection = new("国办函〔2025〕66号（五）", "a dispatch can be objected to, and the objection is ruled on");
    private static readonly NationalRule Together = new("国办函〔2025〕66号（五）", "repeated appeals are worked on as one");
    private static readonly NationalRule Routes = new("国办函〔2025〕66号（五）", "what has a statutory route, or is against rules, is told so");
    private static readonly NationalRule Transfer = new("《信访工作条例》第二十三条", "an objection to a transfer within 5 working days");
    private static readonly NationalRule Disclosures = new("《信访工作条例》第三十条", "reports about officials go to discipline inspection and never to whom they are about");

    public static IEnumerable<Touch> Of(Profile p)
    {
        var toVillage = p.Duties.Duties.Where(d => d.Lead.Kind == UnitKind.Village).ToList();
        yield return p.Duties.Duties.Count == 0
            ? new(p, GrassRoots, "there is no duty list, so everything stays with the lowest level", false)
            : new(p.Duties, GrassRoots, $"the duty list names who has {p.Duties.Duties.SelectMany(d => d.Categories).Distinct().Count()} of {p.Categories.Count} categories; giving a department's to a village needs a reason", true);
        foreach (var duty in toVillage)
        {
            yield return new(duty, GrassRoots, $"{duty.Id} makes villages responsible for {string.Join(", ", duty.Categories)}{(duty.SelfGoverned ? $", which {duty.Basis} leaves to them" : "")}", duty.SelfGoverned);
        }

        yield return Has(p, Step.RaiseObjection)
            ? new(Rule(p, Step.RaiseObjection), Objection, "a unit may object, and a centre rules", true)
            : new(p.Flow, Objection, "no unit may object: the flow lacks raise-objection", false);
        if (p.ObjectWithin is { } within)
        {
            yield return new(within, Transfer, $"object-within is {Limits.Say(within)}", Limits.Days(within) <= 7);
        }

        yield return Has(p, Step.Merge) && Has(p, Step.Unmerge)
            ? new(Rule(p, Step.Merge), Together, "appeals of one matter are merged, and unmerged", true)
            : new(p.Flow, Together, "appeals cannot be merged: the flow lacks merge or unmerge", false);
        yield return Has(p, Step.Decline) && Has(p, Step.Refer)
            ? new(Rule(p, Step.Decline), Routes, "special routes are told to the reporter, and matters referred", true)
            : new(p.Flow, Routes, "the flow lacks decline or refer", false);
        yield return p.Disclosures is { Field: "discipline" } alone
            ? new(alone, Disclosures, $"reports about officials go to discipline inspection of the {alone.Level.Name()} alone", true)
            : new((object?)p.Disclosures ?? p, Disclosures, "disclosures names no unit of discipline inspection: reports about officials go to a centre", false);
    }

    private static bool Has(Profile p, Step step) => Rule(p, step) is not null;

    private static FlowStep? Rule(Profile p, Step step) => p.Flow.FirstOrDefault(f => f.Step == step);
}
