using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Administration.Gaps;

/// <summary>The vacancies of the viewer's area, each with the tier of the chain that it leaves open and who acts for it (O-05).</summary>
public sealed class ListGaps(ListVacancies vacancies, Chains chains, Profile profile, MinqingDb db)
{
    /// <param name="after">The cursor that the page before gave; null for the first.</param>
    public async Task<Result<GapPage>> RunAsync(Viewer viewer, string? after, CancellationToken ct)
    {
        var found = await vacancies.RunAsync(viewer, after, ct);
        if (found.Problem is { } problem)
            return problem;

        var page = found.Value;
        var codes = page.Rows.Select(r => r.RegionCode).Distinct().ToList();
        var paths = await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Path, ct);
        var gaps = new List<Gap>();
        foreach (var row in page.Rows)
            gaps.Add(await GapAsync(row, paths[row.RegionCode], ct));
        return new GapPage(gaps, page.Total, page.Next);
    }

    private async Task<Gap> GapAsync(Vacancy row, string path, CancellationToken ct)
    {
        if (profile.Chain.FirstOrDefault(t => t.Roles.Contains(row.Role)) is not { } tier || (await chains.AtAsync(path, ct)).Chain.Tier(tier.No) is not { } link)
            return new(row, null, null, []);

        return new(row, tier.No, link.FilledBy, [.. link.Acting.Select(p => new StandIn(p.Role, p.Name!))]);
    }
}

/// <summary>A vacant post in the chain.</summary>
/// <param name="Tier">The tier that it belongs to; null for a post outside the chain.</param>
/// <param name="FilledBy">The tier that acts: its own when others hold it too, a higher one, or null when there is nobody.</param>
/// <param name="Acting">Who acts.</param>
public sealed record Gap(Vacancy Vacancy, int? Tier, int? FilledBy, IReadOnlyList<StandIn> Acting);

/// <summary>Somebody who acts for a tier, by which post.</summary>
public sealed record StandIn(Role Role, string Name);

/// <summary>A page of gaps, how many there are in all, and where the next page begins.</summary>
public sealed record GapPage(IReadOnlyList<Gap> Rows, int Total, string? Next);
