using Minqing.App.Appeals.Dispatching;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Handling;

/// <summary>Sends it out of the platform; the reporter is told where to and why.</summary>
public sealed class ReferAppeal(Acting acting, ReportParts parts)
{
    private const int LongestName = 100;

    /// <param name="to">What the place outside is called.</param>
    /// <param name="unit">The unit that answers; null for a statutory way.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, WayOut way, string? to, Guid? unit, string? notice, string? seen, CancellationToken ct)
    {
        var (told, name) = (Writing.Required(notice, "notice"), Writing.Required(to, "to", LongestName));
        return (told.Problem ?? name.Problem) is { } no
            ? no
            : await acting.AsStaffAsync(
                viewer, id, seen,
                async d => unit is { } named && d.UnitOf(new(named)) is null
                    ? new NoSuchUnitHere()
                    : d.TakenAbove ? new TakenAbove()
                    : await parts.EndAsync(d.Case, over => d.Appeal.Refer(way, name.Value.Text, unit is { } known ? d.UnitOf(new(known)) : null, told.Value, over, d.Hand, d.Rules), ct),
                ct);
    }
}
