using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>A unit named to work beside the lead: what it must do, and by which day at the latest.</summary>
public sealed record TaskNamed(Guid Unit, string? Requirement, DateOnly? Until = null);

/// <summary>Makes tasks of what was named, for the place of an appeal.</summary>
internal static class Tasks
{
    public static Result<IReadOnlyList<CoTask>> Of(IReadOnlyList<TaskNamed>? named, Deed deed)
    {
        var tasks = new List<CoTask>();
        foreach (var one in named ?? [])
        {
            var (unit, words) = (deed.UnitOf(new(one.Unit)), Writing.Required(one.Requirement, "requirement"));
            if (unit is null || words.Problem is not null)
            {
                return words.Problem ?? new NoSuchUnitHere();
            }

            tasks.Add(new(unit, words.Value, one.Until));
        }

        return tasks;
    }
}

/// <summary>The unit does not serve this place.</summary>
public sealed record NoSuchUnitHere() : NotValid("unit");
