using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Intake;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Desk;

/// <summary>Who would get it, by when and under which rule: it is taken down as it would be, and not saved.</summary>
public sealed class PreviewDispatch(MinqingDb db, FindPlace findPlace, Chains chains, RuleBook rules, NewCase newCase, TimeProvider clock)
{
    // Never kept; a profile may ask for a number.
    private const string AnyPhone = "13000000000";
    private const string AnyWords = "…";

    public async Task<Result<DispatchPreview>> RunAsync(Viewer viewer, string? siteCode, string? regionCode, string? category, CancellationToken ct)
    {
        var submission = new Submission(siteCode, regionCode, AnyWords, AnyPhone, CategoryCode: category);
        var place = await findPlace.RunAsync(submission, ct);
        if (place.Problem is { } nowhere)
        {
            return nowhere;
        }

        if (!viewer.May(Permission.TakeDown, place.Value.Path))
        {
            return new NotYourPlace();
        }

        var where = await chains.AtAsync(place.Value.Path, ct);
        var made = await newCase.RunAsync(submission, place.Value, where, rules.For(place.Value.Path), clock.Now(), ct);
        db.DropNew();
        db.ChangeTracker.Clear();
        return made.Problem is { } no ? no : await ShowAsync(made.Value, where, ct);
    }

    private async Task<DispatchPreview> ShowAsync(AppealCase made, Responsibility where, CancellationToken ct)
    {
        var lead = made.Appeal.Lead ?? made.Appeal.Screener;
        var name = lead is { } unit ? where.Units.FirstOrDefault(u => u.Id == unit)?.Name ?? await db.Units.AsNoTracking().Where(u => u.Id == unit).Select(u => u.Name).FirstOrDefaultAsync(ct) : null;
        var (first, rule) = (where.Chain.Links is [var lowest, ..] ? lowest : null, rules.For(made.Appeal.Path));
        return new(
            name ?? "", made.Appeal.Lead is null, [.. first?.Acting.Select(p => p.Name).OfType<string>() ?? []],
            [.. made.Main.Clocks.Concat(made.Appeal.Clocks).OrderBy(c => c.DueAt)],
            rule, rule.Profile.CategoryOf(made.Appeal.Category), rule.Profile.Duties.For(made.Appeal.Category, where.Codes) is { Basis: { Length: > 0 } law } ? law : null,
            FirstUnit.Of(where, rule.Profile, made.Appeal.Category)?.Why ?? FirstBy.Level);
    }
}

/// <summary>What would become of it.</summary>
/// <param name="Unit">Who would have to solve it, or to look at it before it is dispatched.</param>
/// <param name="Screened">Whether somebody looks at it first.</param>
/// <param name="Callers">Who would call the reporter first.</param>
/// <param name="Clocks">Each limit with its rule.</param>
/// <param name="Why">Why it is that unit.</param>
/// <param name="Basis">The legal basis in the duty list, where it has one.</param>
public sealed record DispatchPreview(string Unit, bool Screened, IReadOnlyList<string> Callers, IReadOnlyList<Clock> Clocks, Rules Rules, Category Category, string? Basis, FirstBy Why);
