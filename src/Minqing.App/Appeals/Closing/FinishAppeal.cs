using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>The lead hands in the result.</summary>
public sealed class FinishAppeal(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Finishing f, string? seen, CancellationToken ct)
    {
        var (result, measures) = (Writing.Required(f.Result, "result"), Writing.Required(f.Measures, "measures"));
        return (result.Problem ?? measures.Problem) is { } no
            ? no
            : await acting.AsStaffAsync(
                viewer, id, seen,
                d => d.Appeal.Finish(
                    new(result.Value, measures.Value, f.Outcome, f.PromiseDate, f.Grade ?? d.Appeal.Grade, f.CategoryCode ?? d.Appeal.Category, [.. (f.Evidence ?? []).Distinct().Select(e => new MediaId(e))]),
                    d.Checker, d.Contacted, d.Hand, d.Rules),
                ct);
    }
}
