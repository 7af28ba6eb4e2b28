using Minqing.App.Appeals.Closing;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>Somebody went there: when, who was there, what was found.</summary>
public sealed class RecordVisit(Acting acting, Evidence photos)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, DateTime? on, string? present, string? found, IReadOnlyList<Guid>? evidence, string? seen, CancellationToken ct)
    {
        var (who, what) = (Writing.Required(present, "present"), Writing.Required(found, "found"));
        if ((who.Problem ?? what.Problem) is { } no)
        {
            return no;
        }

        return await acting.AsStaffAsync(viewer, id, seen, async d => await photos.BoundAsync(evidence, d, ct) is var shown && shown.Problem is { } refused ? refused : d.Appeal.Visit(
            on ?? d.Hand.At, who.Value, what.Value, [.. shown.Value.Select(m => m.Ref)], [.. shown.Value.Select(m => m.Origin.Point ?? m.Origin.DeclaredPoint).OfType<Point>()], d.Hand, d.Rules), ct);
    }
}
