using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>The lead hands in the result.</summary>
public sealed class FinishAppeal(Acting acting, Evidence photos)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Finishing f, string? seen, CancellationToken ct)
    {
        var (result, measures) = (Writing.Required(f.Result, "result"), Writing.Required(f.Measures, "measures"));
        return (result.Problem ?? measures.Problem) is { } no
            ? no
            : await acting.AsStaffAsync(
                viewer, id, seen,
                async d => await photos.OfAsync(f.Evidence, d, ct) is var evidence && evidence.Problem is { } refused
                    ? refused
                    : d.Appeal.Finish(
                        new(result.Value, measures.Value, f.Outcome, f.PromiseDate, f.Grade ?? d.Appeal.Grade, f.CategoryCode ?? d.Appeal.Category, evidence.Value, f.Unfounded),
                        d.CheckerOf(f.Outcome), d.Case.Reports, d.Hand, d.Rules),
                ct);
    }
}
