using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>A township goes into another with all its villages, a village into another, or a grid into another, on a day (O-09).</summary>
public sealed class PlanMerge(PreviewMerge preview, PlanReorganisation plan)
{
    public async Task<Result<ReorganisationId>> RunAsync(Viewer viewer, MergeForm form, CancellationToken ct)
    {
        var seen = await preview.RunAsync(viewer, form, ct);
        if (seen.Problem is { } problem)
            return problem;

        var (from, into) = (seen.Value.From, seen.Value.Into);
        return await plan.RunAsync(
            viewer, from.Path, form.Reason,
            words => new(ReorganisationKind.RegionMerged, seen.Value.Day, from.Id, into.Id, null, from.Name, into.Name, words, [], [.. seen.Value.Posts.Where(p => p.Moves).Select(p => p.Id)]),
            ct);
    }
}

/// <summary>What is to be merged into what, from which day, by whose decision, and which posts' holders go on there.</summary>
/// <param name="Moving">Null leaves it to what is proposed: whoever fills a post that nobody holds there.</param>
public sealed record MergeForm(string? From, string? Into, DateOnly? Day, string? Reason, IReadOnlyList<Guid>? Moving);
