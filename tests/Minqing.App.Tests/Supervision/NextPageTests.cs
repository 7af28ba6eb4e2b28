using Minqing.App.Appeals.Ledger;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Publicizing;
using Minqing.App.Supervision.Signs;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>What comes on top between two pages neither repeats a row nor loses one, also where many are of the same instant.</summary>
public sealed class NextPageTests
{
    private const int OnOnePage = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-10")]
    public async Task Dockets(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var county = await watch.AppointAsync(Role.Inspector, SmallCity.County);
        var (receipt, _) = await watch.Town.ReportAsync();
        var opened = new List<DocketId>();
        for (var i = 0; i < OnOnePage + 2; i++)
        {
            opened.Add((await watch.OpenAsync(county, DocketKind.Inspection, new() { Appeals = receipt.Number })).Id);
        }

        var first = await ListAsync(null);
        watch.Town.Pass(TimeSpan.FromMinutes(1));
        var onTop = await watch.OpenAsync(county, DocketKind.Inspection, new() { Appeals = receipt.Number });
        var second = await ListAsync(first.Next);

        Assert.Equal(opened.AsEnumerable().Reverse(), first.Rows.Concat(second.Rows).Select(r => r.Id));
        Assert.Null(second.Next);
        Assert.Equal(onTop.Id, (await ListAsync(null)).Rows[0].Id);

        Task<DocketList> ListAsync(string? after) => watch.Town.Test.RunAsync<ListDockets, DocketList>(u => u.RunAsync(county, null, false, false, after, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-10")]
    public async Task A_remit(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var inspector = await watch.AppointAsync(Role.Inspector, SmallCity.County);
        var reported = new List<AppealId>();
        for (var i = 0; i < OnOnePage + 2; i++)
        {
            reported.Add((await watch.Town.ReportAsync(Appeals.Town.Noise($"139{i:D8}"))).Appeal);
        }

        var first = await ListAsync(null);
        watch.Town.Pass(TimeSpan.FromMinutes(1));
        await watch.Town.ReportAsync(Appeals.Town.Noise("13800009999"));
        var second = await ListAsync(first.Next?.Text);

        Assert.Equal(reported.OrderDescending(), first.Rows.Concat(second.Rows).Select(r => r.Appeal));
        Assert.Null(second.Next);

        Task<LedgerPage> ListAsync(string? after) => watch.Town.RunAsync<ListRemit, LedgerPage>(u => u.RunAsync(inspector, LedgerFilter.None, after, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-09")]
    public async Task Publicity(Engine engine)
    {
        await using var town = await Appeals.Town.OnAsync(engine);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        var recorded = new List<Guid>();
        for (var i = 0; i < OnOnePage + 2; i++)
        {
            recorded.Add((await RecordAsync()).Value);
        }

        var first = await ListAsync(null);
        town.Pass(TimeSpan.FromMinutes(1));
        await RecordAsync();
        var second = await ListAsync(first.Next);

        Assert.Equal(recorded.AsEnumerable().Reverse(), first.Rows.Concat(second.Rows).Select(r => r.Id));
        Assert.Null(second.Next);

        Task<PublicityId> RecordAsync() => town.RunAsync<RecordPublicity, PublicityId>(u => u.RunAsync(centre, new() { Kind = PublicityKind.Drive, Title = "进社区", Words = "发宣传单" }, Ct));

        Task<PublicityPage> ListAsync(string? after) => town.RunAsync<ListPublicity, PublicityPage>(u => u.RunAsync(centre, 2026, null, null, after, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-26")]
    public async Task Signs(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (county, now) = (await watch.CountyAsync(), watch.Town.Test.Clock.GetUtcNow().UtcDateTime);
        var (_, appeal) = await watch.Town.ReportAsync();
        var found = Enumerable.Range(0, OnOnePage + 2).Select(_ => Guid.CreateVersion7()).ToList();
        await FindAsync(now, found);

        var first = await ListAsync(null);
        await FindAsync(now.AddMinutes(1), [Guid.CreateVersion7()]);
        var second = await ListAsync(first.Next);

        Assert.Equal(found.Order(), first.Rows.Concat(second.Rows).Select(r => r.Id).Order());
        Assert.Equal((OnOnePage, null), (first.Rows.Count, second.Next));

        Task<SignList> ListAsync(string? after) => watch.Town.Test.RunAsync<ListSigns, SignList>(u => u.RunAsync(county, after, Ct));

        async Task FindAsync(DateTime at, IEnumerable<Guid> ids)
        {
            await using var db = watch.Town.Test.NewDb();
            db.AddRange(ids.Select(id => new FoundSign { Id = id, Appeal = appeal, Round = 1, Sign = FalseSign.ClosedWithoutCall, FoundAt = at }));
            await db.SaveChangesAsync(Ct);
        }
    }
}
