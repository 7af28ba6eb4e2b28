using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>To which units of a place somebody may give an appeal, or a part in it: those up to their own level, and of the levels above only the departments that the profile lists, or whose duty it is (H-12).</summary>
public sealed class Addressing(Responsibility where, Profile profile, IReadOnlyList<HeldPost> posts, Appeal appeal)
{
    private readonly IReadOnlyList<UnitSought> duty = profile.Duties.For(appeal.Category, where.Codes) is { } line ? [line.Lead, .. line.Co] : [];

    private readonly int own = posts.Select(p => where.Units.FirstOrDefault(u => u.Id == p.Unit) is { } unit ? LevelOf(unit, profile) : 0).DefaultIfEmpty(0).Max();

    public bool May(ServingUnit unit) => !IsAbove(unit) || Listed(unit) || duty.Any(s => LeadUnits.Sought(where, profile, s)?.Unit == unit.Id);

    /// <summary>The unit, with the centre of its level that sees it addressed from below; or why it may not be.</summary>
    public Result<LevelUnit> To(UnitId id) =>
        where.Units.FirstOrDefault(u => u.Id == id) is not { } unit ? new NoSuchUnitHere()
        : !May(unit) ? new NotAddressable(unit.Name)
        : new LevelUnit(LevelOf(unit, profile), id) { SeenBy = IsAbove(unit) && !appeal.Disclosure ? Centre(unit) : null };

    private bool IsAbove(ServingUnit unit) => LevelOf(unit, profile) > own;

    private bool Listed(ServingUnit unit) =>
        unit is { Kind: UnitKind.Department, Field: { } field } && profile.Levels.FirstOrDefault(l => l.No == own) is { } from
        && profile.Addressable.Any(a => a.From == from.Region && a.At == unit.Level && a.Fields.Contains(field));

    private UnitId? Centre(ServingUnit unit) => LeadUnits.At(where, profile, LevelOf(unit, profile))?.Unit is { } centre && !appeal.IsAbout(centre) ? centre : null;

    private static int LevelOf(ServingUnit unit, Profile profile) => profile.LevelOf(unit.Level) ?? profile.Levels.Count;
}

/// <summary>The unit stands above whoever acts, and the profile does not list it among those that may be addressed from there: it is sent up instead.</summary>
public sealed record NotAddressable(string Unit) : NotAllowed;
