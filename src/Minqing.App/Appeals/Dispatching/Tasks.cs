using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>A unit named to work beside the lead: what it must do, and by which day at the latest.</summary>
public sealed record TaskNamed(Guid Unit, string? Requirement, DateOnly? Until = null);

/// <summary>Makes tasks of what was named, for the place of an appeal. Who is only called to the place may be of any level.</summary>
internal static class Tasks
{
    public static Result<IReadOnlyList<CoTask>> Of(IReadOnlyList<TaskNamed>? named, Deed deed, bool called = false)
    {
        var (tasks, addressing) = (new List<CoTask>(), deed.Addressing);
        foreach (var one in named ?? [])
        {
            var (unit, words) = (called && deed.UnitOf(new(one.Unit)) is { } any ? any : addressing.To(new(one.Unit)), Writing.Required(one.Requirement, "requirement"));
            if ((words.Problem ?? unit.Problem) is { } no)
            {
                return no;
            }

            tasks.Add(new(unit.Value, words.Value, one.Until));
        }

        return tasks;
    }
}

/// <summary>The unit does not serve this place.</summary>
public sealed record NoSuchUnitHere() : NotValid("unit");
