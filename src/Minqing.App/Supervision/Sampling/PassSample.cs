using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Sampling;

/// <summary>The city looked at a drawn appeal and found it well done.</summary>
public sealed class PassSample(Acting acting, MinqingDb db)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(
            viewer, id, seen,
            async d =>
            {
                var round = d.Appeal.Round;
                if (await db.SampledAppeals.FirstOrDefaultAsync(s => s.Appeal == id && s.Round == round && s.State == SampleState.Waiting, ct) is not { } drawn)
                {
                    return new NotDrawn();
                }

                if (d.Appeal.PassSample(Writing.Optional(words), d.Hand, d.Rules) is { } no)
                {
                    return no;
                }

                drawn.Decide(SampleState.Passed, d.Appeal.Taken[^1].By);
                return null;
            },
            ct);
}

/// <summary>It was not drawn, or somebody has looked at it already.</summary>
public sealed record NotDrawn : NotPossible;
