using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Who should have an appeal, and why: by the duty list, else by the place. A suggestion: whoever dispatches decides.</summary>
/// <param name="Lead">Null where nobody serves the place, or only whom it is about.</param>
/// <param name="Duty">The line of the duty list that it falls under; null where the list says nothing of it.</param>
/// <param name="ByDuty">Whether the lead is the one that the line names: it names one that is not there, where it is not.</param>
/// <param name="Beside">The units that the line names beside the lead, as far as they serve the place.</param>
public sealed record Suggestion(ServingUnit? Lead, Duty? Duty, bool ByDuty, IReadOnlyList<ServingUnit> Beside)
{
    public static Suggestion Of(Responsibility where, Profile profile, Appeal appeal) =>
        Of(where, profile, appeal.Category, unit => appeal.Targets.Any(t => t.IsOrIsWithin(unit)));

    /// <param name="not">Whom it must not be given to.</param>
    public static Suggestion Of(Responsibility where, Profile profile, string category, Func<UnitId, bool> not)
    {
        var duty = profile.Duties.For(category, where.Codes);
        ServingUnit? Unit(UnitId? id) => where.Units.FirstOrDefault(u => u.Id == id && !not(u.Id));
        var named = duty is null ? null : Unit(LeadUnits.Sought(where, profile, duty.Lead)?.Unit);
        return new(
            named ?? Unit(LeadUnits.First(where, profile)?.Unit), duty, named is not null,
            [.. (duty?.Co ?? []).Select(co => Unit(LeadUnits.Sought(where, profile, co)?.Unit)).OfType<ServingUnit>().Where(u => u.Id != named?.Id)]);
    }
}
