using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Searching;
using Minqing.App.People;
using Minqing.App.Regions.Searching;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Appeals.Desk;

/// <summary>All that an operator is shown while somebody speaks: places, what the caller reported before, what may be the same, who would get it (I-20). Nothing is stored but that a caller was looked up.</summary>
public sealed class LookUpCall(FindPlaces places, FindPlace exact, FindCaller caller, FindSimilar similar, PreviewDispatch preview, Profile profile)
{
    public async Task<Result<CallLook>> RunAsync(Viewer viewer, CallSoFar said, CancellationToken ct)
    {
        if (!viewer.May(Permission.TakeDown))
        {
            return new TakingDownNotForYou();
        }

        var found = await places.RunAsync([.. viewer.Scope(Permission.TakeDown).Reaches.Select(r => r.Area).OfType<RegionPath>()], said.Sought, ct);
        var chosen = Chosen(found, said);
        var suggested = SuggestedCategory.Of(profile, said.Words);
        return new CallLook(
            found, chosen,
            string.IsNullOrWhiteSpace(said.Phone) ? (Result<IReadOnlyList<EarlierReport>>?)null : await caller.RunAsync(viewer, said.Phone, ct),
            await similar.RunAsync(viewer, said.Words, await PathAsync(found, chosen, ct), ct),
            suggested,
            chosen is null ? (Result<DispatchPreview>?)null : await preview.RunAsync(viewer, chosen.SiteCode, chosen.RegionCode, string.IsNullOrEmpty(said.Category) ? suggested?.Category.Code : said.Category, ct));
    }

    // One place found is the place, until another is chosen.
    private static ChosenPlace? Chosen(IReadOnlyList<FoundPlace> found, CallSoFar said) =>
        said.Place is { } place && (found.Count == 0 || found.Any(p => ChosenPlace.Of(p) == place)) ? said.Place
        : found is [var only] ? ChosenPlace.Of(only)
        : null;

    private async Task<string?> PathAsync(IReadOnlyList<FoundPlace> found, ChosenPlace? chosen, CancellationToken ct) =>
        chosen is null ? null
        : found.FirstOrDefault(p => ChosenPlace.Of(p) == chosen)?.Path
            ?? (await exact.RunAsync(new Submission(chosen.SiteCode, chosen.RegionCode, null), ct) is { Ok: true, Value: var place } ? place.Path : null);
}

/// <summary>What was typed so far.</summary>
/// <param name="Sought">By what the place is looked for.</param>
/// <param name="Place">The place that was chosen.</param>
/// <param name="Category">Empty takes what is suggested.</param>
public sealed record CallSoFar(string? Phone, string? Sought, ChosenPlace? Place, string? Words, string? Category);

/// <summary>A place by one of its two numbers: the code at the door, or the region's.</summary>
public sealed record ChosenPlace(string? SiteCode, string? RegionCode)
{
    public static ChosenPlace Of(FoundPlace place) => place.Coded ? new(place.Code, null) : new(null, place.Code);
}

/// <summary>What was found.</summary>
/// <param name="Earlier">Null where no number was typed.</param>
/// <param name="Suggested">The category, with the words that say so.</param>
/// <param name="Preview">Null where no place is chosen.</param>
public sealed record CallLook(
    IReadOnlyList<FoundPlace> Places, ChosenPlace? Place, Result<IReadOnlyList<EarlierReport>>? Earlier, IReadOnlyList<SimilarAppeal> Similar, SuggestedCategory? Suggested, Result<DispatchPreview>? Preview);
