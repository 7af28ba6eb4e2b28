using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>The lead hands in the result.</summary>
public sealed class FinishAppeal(Acting acting, Evidence evidence)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Finishing f, string? seen, CancellationToken ct)
    {
        var (result, measures) = (Writing.Required(f.Result, "result"), Writing.Required(f.Measures, "measures"));
        return (result.Problem ?? measures.Problem) is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => HandInAsync(d, f, (result.Value, measures.Value), ct), ct);
    }

    private async Task<Problem?> HandInAsync(Deed d, Finishing f, (Written Result, Written Measures) said, CancellationToken ct)
    {
        var photos = await evidence.BoundAsync(f.Evidence, d, ct);
        if (photos.Problem is { } unfit)
        {
            return unfit;
        }

        var shown = await evidence.ShownAsync(photos.Value, f.Unshown, d, ct);
        return shown.Problem ?? d.Appeal.Finish(
            new(said.Result, said.Measures, f.Outcome, f.PromiseDate, f.Grade ?? d.Appeal.Grade, f.CategoryCode ?? d.Appeal.Category, [.. photos.Value.Select(p => p.Ref)], f.Unfounded, shown.Value),
            d.CheckerOf(f.Outcome), d.Case.Reports, d.Hand, d.Rules);
    }
}
