using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.App.Supervision;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>A post that is limited to categories: what of its unit and area is its own.</summary>
[Trait("Spec", "P-11")]
public sealed class LimitedPostsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task It_lists_and_does_only_what_is_of_its_categories(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (own, foreign) = await TwoAsync(town);
        var secretary = Limited(await town.SecretaryAsync(), own.Category);

        var mine = await town.ListAsync(secretary);

        Assert.Equal((own.Id, 1), (Assert.Single(mine.Page.Rows).Appeal, mine.Open));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, own.Id, null, Ct));
        Assert.IsType<NoSuchAppeal>(await town.RefusedAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, foreign.Id, null, Ct)));
        Assert.Equal(2, (await town.ListAsync(await town.SecretaryAsync())).Open);
    }

    [Theory, OnBothDatabases]
    public async Task A_limited_post_beside_another_one_does_not_open_what_that_one_may_not(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (own, foreign) = await TwoAsync(town);
        var (secretary, deputy) = (Limited(await town.SecretaryAsync(), own.Category), await town.AsAsync(Role.TownHead, SmallCity.Town));
        var both = secretary with { Posts = [.. secretary.Posts, .. deputy.Posts] };

        // The town head sees it, and the village's secretary could sign it were it of his categories.
        Assert.IsType<StepNotYours>(await town.RefusedAsync<SignOrder, StepDone>(u => u.RunAsync(both, foreign.Id, null, Ct)));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(both, own.Id, null, Ct));
    }

    [Theory, OnBothDatabases]
    public async Task Its_leaders_list_shows_what_is_late_of_its_categories(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (own, _) = await TwoAsync(town);
        var head = await town.AsAsync(Role.TownHead, SmallCity.Town);
        town.Pass(TimeSpan.FromDays(20));

        var all = await LateAsync(head, null);
        var limited = await LateAsync(Limited(head, own.Category), null);
        var within = await LateAsync(Limited(head, own.Category), head.Posts[0].Path);

        Assert.Equal((2, 1, 1), (all.Late, limited.Late, within.Late));
        Assert.All(limited.Page.Rows, r => Assert.Equal(own.Category, r.Category));

        Task<LateList> LateAsync(Viewer viewer, string? area) => town.Test.RunAsync<ListLate, LateList>(u => u.RunAsync(viewer, area, null, Ct));
    }

    private static async Task<((AppealId Id, string Category) Own, (AppealId Id, string Category) Foreign)> TwoAsync(Town town)
    {
        var first = await town.ReportAsync();
        await using var db = town.Test.NewDb();
        var category = (await db.Appeals.AsNoTracking().SingleAsync(Ct)).Category;
        var other = Profile(town).Categories.First(c => c.Code != category && c.Code.Length == category.Length).Code;
        var second = await town.ReportAsync(Town.Noise("13800001235") with { CategoryCode = other });
        return ((first.Appeal, category), (second.Appeal, (await town.CaseAsync(second.Appeal)).Appeal.Category));
    }

    private static Profile Profile(Town town) => ((RuleBook)town.Test.Services.GetService(typeof(RuleBook))!).For("/").Profile;

    private static Viewer Limited(Viewer viewer, string category) => viewer with { Posts = [.. viewer.Posts.Select(p => p with { Categories = [category] })] };
}
