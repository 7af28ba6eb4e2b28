using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Searching;
using Minqing.App.Appeals.Splitting;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Searching;

[Trait("Spec", "I-20")]
[Trait("Spec", "N-03")]
public sealed class FindSimilarTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_same_matter_in_other_words_is_shown_with_what_both_say(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync(Said("小区东门的井盖坏了三天，老人差点绊倒"));
        await town.ReportAsync(Said("六楼水管漏水"));
        await IndexAsync(town);

        var found = await FindAsync(town, "东门那个井盖坏了", SmallCity.Village);

        var one = Assert.Single(found);
        Assert.Equal((appeal, true, "小区东门的井盖坏了三天，老人差点绊倒"), (one.Appeal, one.SamePlace, one.Words));
        Assert.Equal(["井盖坏", "东门"], one.Shared);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    public async Task What_may_be_joined_is_proposed_by_likeness_whatever_its_category(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, alike) = await town.ReportAsync(Said("小区东门的井盖坏了三天，老人差点绊倒") with { CategoryCode = "A1" });
        var (_, other) = await town.ReportAsync(Said("六楼水管漏水"));
        await town.ReportAsync(Said("六楼也漏水") with { CategoryCode = "A1" });
        var (_, asked) = await town.ReportAsync(Said("东门那个井盖坏了"));
        await IndexAsync(town);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);

        var offered = await town.RunAsync<ListMergeCandidates, IReadOnlyList<MergeCandidate>>(u => u.RunAsync(centre, asked, Ct));

        Assert.Equal([alike, other], offered.Select(o => o.Appeal));
        Assert.Equal(["井盖坏", "东门"], offered[0].Shared);
        Assert.Empty(offered[1].Shared);
    }

    [Theory, OnBothDatabases]
    public async Task What_lies_in_another_township_or_out_of_sight_is_not_shown(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync(Said("东门的井盖坏了三天"));
        await IndexAsync(town);
        var other = await town.AsAsync(Role.TownCentre, "620402101000");

        Assert.Empty(await FindAsync(town, "东门的井盖坏了", SmallCity.OtherVillage));
        Assert.Empty(await FindAsync(town, "东门的井盖坏了", SmallCity.Village, other));
        Assert.Empty(await FindAsync(town, "东门的井盖坏了", null, other));
        Assert.Single(await FindAsync(town, "东门的井盖坏了", null));
    }

    [Theory, OnBothDatabases]
    public async Task What_ended_is_shown_for_thirty_days(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync(Said("东门的井盖坏了三天"));
        await town.ReportAsync(Said("东门的井盖坏了，快来修"));
        await IndexAsync(town);
        await town.RunAsync<WithdrawReport, Minqing.App.Appeals.StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));

        var before = await FindAsync(town, "东门的井盖坏了", SmallCity.Village);
        town.Pass(TimeSpan.FromDays(31));

        Assert.Equal((2, 1), (before.Count, (await FindAsync(town, "东门的井盖坏了", SmallCity.Village)).Count));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Erased_words_leave_the_index_in_the_same_save(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync(Said("东门的井盖坏了三天，我的电话13912345678"));
        await IndexAsync(town);
        await using var db = town.Test.NewDb();
        var kept = (await db.SearchTexts.SingleAsync(Ct)).Tokens;
        await town.RunAsync<WithdrawReport, Minqing.App.Appeals.StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));

        await town.RunAsync<EraseReport, Done>(u => u.RunAsync(receipt.Number, receipt.QueryCode, true, Ct));

        Assert.DoesNotContain("139", kept);
        Assert.Equal(0, await db.SearchTexts.CountAsync(Ct));
        await IndexAsync(town);
        Assert.Empty(await FindAsync(town, "东门的井盖坏了", SmallCity.Village));
        Assert.Equal(0, await db.SearchTexts.CountAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task Reports_from_before_the_index_come_into_it_in_the_background(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync(Said("东门的井盖坏了三天"));
        var (erased, _) = await town.ReportAsync(Said("东门的井盖坏了四天"));
        await IndexAsync(town);
        await town.RunAsync<WithdrawReport, Minqing.App.Appeals.StepDone>(u => u.RunAsync(erased.Number, erased.QueryCode, null, null, Ct));
        await town.RunAsync<EraseReport, Done>(u => u.RunAsync(erased.Number, erased.QueryCode, true, Ct));
        await using var db = town.Test.NewDb();
        await db.SearchTexts.ExecuteDeleteAsync(Ct);

        await db.Database.ExecuteSqlRawAsync(FirstMessage(engine), Ct);
        await IndexAsync(town, "old-words");

        Assert.Equal([appeal], (await FindAsync(town, "东门的井盖坏了", SmallCity.Village)).Select(s => s.Appeal));
        Assert.Equal((1, 0), (await db.SearchTexts.CountAsync(Ct), await db.Outbox.CountAsync(m => m.Kind == "old-words" && m.DoneAt == null, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-33")]
    public async Task Personal_data_in_the_words_of_others_is_masked(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync(Said("东门的井盖坏了三天，电话13912345678"));
        await IndexAsync(town);

        Assert.Equal("东门的井盖坏了三天，电话***********", Assert.Single(await FindAsync(town, "东门的井盖坏了", SmallCity.Village)).Words);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "I-34")]
    public async Task Of_a_report_that_was_split_those_who_see_one_part_read_its_words_alone(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, first) = await town.ReportAsync(Said("东门的井盖坏了三天。村主任拿了补偿款"));
        var (county, secretary) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.SecretaryAsync());
        await town.RunAsync<SplitAppeal, Minqing.App.Appeals.StepDone>(u => u.RunAsync(county, first, null, "村主任拿了补偿款", "A2", null, Ct));
        await using var db = town.Test.NewDb();
        var part = await db.Appeals.Where(a => a.SplitFrom == first).Select(a => a.Id).SingleAsync(Ct);
        await town.RunAsync<NameTarget, Minqing.App.Appeals.StepDone>(u => u.RunAsync(county, part, secretary.Posts[0].Unit.Value, null, null, Ct));
        await IndexAsync(town);

        var found = await FindAsync(town, "东门的井盖坏了", SmallCity.Village, secretary);

        Assert.Equal((first, "东门的井盖坏了三天。"), (Assert.Single(found).Appeal, found[0].Words));
    }

    [Theory]
    [OnBothDatabases("\" OR tokens:*")]
    [OnBothDatabases("'; drop table reports; --")]
    [OnBothDatabases("' & !")]
    [OnBothDatabases("NEAR NOT AND or not")]
    public async Task Signs_of_the_index_itself_are_words_like_others(Engine engine, string typed)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync(Said("东门的井盖坏了三天"));
        await IndexAsync(town);

        Assert.Empty(await FindAsync(town, typed, SmallCity.Village));
    }

    private static Submission Said(string words) => Town.Noise() with { Text = words };

    // The one that the script itself writes where reports are there already.
    private static string FirstMessage(Engine engine)
    {
        using var script = new StreamReader(typeof(MinqingDb).Assembly.GetManifestResourceStream($"{(engine == Engine.Sqlite ? "sqlite" : "postgres")}/0023_desk.sql")!);
        var sql = script.ReadToEnd();
        return sql[sql.IndexOf("insert into outbox", StringComparison.Ordinal)..];
    }

    private static async Task IndexAsync(Town town, string kind = "entry")
    {
        var (drain, lane) = (town.Test.Services.GetRequiredService<DrainOutbox>(), town.Test.Services.GetServices<Lane>().Single(l => l.Kind == kind));
        while (await drain.BatchAsync(lane, Ct) > 0)
        {
        }
    }

    private static async Task<IReadOnlyList<SimilarAppeal>> FindAsync(Town town, string words, string? region, Viewer? viewer = null)
    {
        viewer ??= await town.AsAsync(Role.CountyCentre, SmallCity.County);
        var path = region is null ? null : (await town.City.RegionAsync(region)).Path;
        return await town.Test.RunAsync<FindSimilar, IReadOnlyList<SimilarAppeal>>(u => u.RunAsync(viewer, words, path, Ct));
    }
}
