using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Work of a department is not pushed onto a village (H-01): with the duty list against it, it needs a reason.</summary>
internal static class PushedDown
{
    public static Problem? Refused(Deed deed, LevelUnit to, string? reason) =>
        deed.Duty is { Lead.Kind: UnitKind.Department } duty && deed.Where.Units.Any(u => u.Id == to.Unit && u.Kind == UnitKind.Village) && string.IsNullOrWhiteSpace(reason)
            ? new DepartmentsWork(duty.Basis is { Length: > 0 } law ? law : duty.Condition)
            : null;
}

/// <summary>By the duty list this is a department's work: giving it to a village needs a reason.</summary>
/// <param name="Grounds">The law that the list names, or without one when it counts as done.</param>
public sealed record DepartmentsWork(string Grounds) : NotPossible;
