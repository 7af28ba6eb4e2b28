using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Testing;
using Minqing.Web.Tests.Citizen;

namespace Minqing.Web.Tests.Staff;

/// <summary>An appeal that several people reported: each has their own words and their own first contact.</summary>
[Trait("Spec", "H-02")]
public sealed class SeveralReportsTests
{
    [Theory, OnBothDatabases]
    public async Task All_of_them_stand_on_the_page_and_each_is_called(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        var (number, _) = await office.Street.ReportAsync("我家门口也漫水了");
        var second = await MergeAsync(office, number);
        using var secretary = await office.AsAsync(Role.VillageSecretary);

        var page = await secretary.ReadAsync(secretary.Appeal);
        await secretary.DoAsync("record-call", ("call", "Reached"), ("said", "第一位说好了"));
        var next = await secretary.ReadAsync(secretary.Appeal);
        var form = await secretary.ReadAsync($"{secretary.Appeal}/record-call?report={second.Value}");
        await secretary.DoAsync("record-call", ("Report", second.Value.ToString()), ("call", "NoAnswer"));

        Assert.Contains("2 人反映，每个人都要联系", page, StringComparison.Ordinal);
        Assert.Contains("楼门口的下水道堵了三天", page, StringComparison.Ordinal);
        Assert.Contains("我家门口也漫水了", page, StringComparison.Ordinal);
        Assert.Contains("联系上了", next, StringComparison.Ordinal);
        Assert.Contains("还没有人联系", next, StringComparison.Ordinal);
        Assert.Contains($"name=\"Report\" value=\"{second.Value}\"", next, StringComparison.Ordinal);
        Assert.Contains("我家门口也漫水了", form, StringComparison.Ordinal);
        Assert.Contains("打过 1 次，没联系上", await secretary.ReadAsync(secretary.Appeal), StringComparison.Ordinal);
        Assert.Equal([1, 1], await CallsAsync(office));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{secretary.Appeal}/record-call?report={Guid.NewGuid()}")).StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-00")]
    public async Task How_long_it_took_stands_in_two_times(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        var (number, code) = await office.Street.ReportAsync("路灯不亮");
        office.Street.Site.Clock.Advance(TimeSpan.FromDays(8));
        using var secretary = await office.AsAsync(Role.VillageSecretary);

        var page = await secretary.ReadAsync(secretary.Appeal);
        var course = await office.Street.ReadAsync($"/f/{number}?code={code}");

        Assert.Contains("反映人已经等了", page, StringComparison.Ordinal);
        Assert.Contains("6 个工作日", page, StringComparison.Ordinal);
        Assert.Contains("8 天，其中工作日 6 天", course, StringComparison.Ordinal);
    }

    private static async Task<ReportId> MergeAsync(Office office, string number)
    {
        await using var scope = office.Street.Site.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<MinqingDb>().Reports.AsNoTracking().SingleAsync(r => r.Number == number, Passerby.Ct);
        using var centre = await office.AsAsync(Role.TownCentre);
        var page = await centre.ReadAsync($"/appeals/{report.Appeal.Value}/merge");
        Assert.Contains($"value=\"{office.Appeal.Value}\"", page, StringComparison.Ordinal);
        await centre.SendAsync($"/appeals/{report.Appeal.Value}/merge", $"/appeals/{report.Appeal.Value}/merge", ("into", office.Appeal.Value.ToString()));
        return report.Id;
    }

    private static async Task<List<int>> CallsAsync(Office office)
    {
        await using var scope = office.Street.Site.Services.CreateAsyncScope();
        var it = await AppealCase.LoadAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), office.Appeal, Passerby.Ct);
        return [.. it!.Reports.Select(r => r.Calls.Count)];
    }
}
