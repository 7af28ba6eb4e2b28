using System.Net;
using Minqing.Domain.Policy;
using Minqing.Storage.Outbox;
using Minqing.Testing;

namespace Minqing.Web.Tests.Admin;

/// <summary>The administrator's first page, the vacancies and the dead letters.</summary>
public sealed class OverviewTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    [Trait("Spec", "P-24")]
    public async Task The_overview_tells_vacancies_queues_and_who_acts(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.BrowserAsync(Role.Administrator);

        var page = await Town.ReadAsync(admin, "/admin");

        Assert.Contains("社区民警空缺", page, StringComparison.Ordinal);
        Assert.Contains("同级还有：村（社区）书记 王秀兰", page, StringComparison.Ordinal);
        Assert.Contains("给工作人员的短信", page, StringComparison.Ordinal);
        // A queue or a loop that nobody gave a name.
        Assert.DoesNotMatch(@"<(th scope=""row""|dt)>\s*[a-z-]+\s*<", page);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-07")]
    public async Task A_year_without_a_calendar_stands_on_the_page(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        town.Site.Clock.Set(new(2040, 5, 6, 2, 0, 0, TimeSpan.Zero));
        using var admin = await town.BrowserAsync(Role.Administrator);

        Assert.Contains("2040年的放假安排还没有录入", await Town.ReadAsync(admin, "/admin"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task An_administrator_of_a_county_sees_the_county_and_others_see_nothing(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var county = await town.BrowserAsync(Role.Administrator, Town.County);
        using var elsewhere = await town.BrowserAsync(Role.Administrator, Town.OtherCounty);

        Assert.Contains("社区民警空缺", await Town.ReadAsync(county, "/admin/vacancies"), StringComparison.Ordinal);
        Assert.Contains("没有空缺", await Town.ReadAsync(elsewhere, "/admin/vacancies"), StringComparison.Ordinal);
        foreach (var role in (Role[])[Role.SecurityAdministrator, Role.AuditAdministrator])
        {
            using var other = await town.BrowserAsync(role);
            foreach (var address in (string[])["/admin", "/admin/vacancies", "/admin/letters"])
                Assert.Equal((role, address, HttpStatusCode.Forbidden), (role, address, await Town.StatusAsync(other, address)));
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-24")]
    public async Task A_dead_letter_is_tried_again_or_set_aside_by_the_page(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.BrowserAsync(Role.Administrator);
        var (first, second) = (Dead(town), Dead(town));
        await using (var db = town.Site.Test.NewDb())
        {
            db.AddRange(first, second);
            await db.SaveChangesAsync(Town.Ct);
        }

        Assert.Contains("gateway-refused", await Town.ReadAsync(admin, "/admin/letters"), StringComparison.Ordinal);
        var retried = await Town.SendAsync(admin, "/admin/letters", "Retry", ("letter", first.Id.ToString()));
        var aside = await Town.SendAsync(admin, "/admin/letters", "SetAside", ("letter", second.Id.ToString()));
        var again = await Town.SendAsync(admin, "/admin/letters", "SetAside", ("letter", second.Id.ToString()));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (retried.StatusCode, aside.StatusCode, again.StatusCode));
        Assert.DoesNotContain(second.Id.ToString(), await Town.ReadAsync(admin, "/admin/letters"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-24")]
    public async Task The_interface_answers_the_same(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        using var admin = await town.ProgramAsync(Role.Administrator);
        using var audit = await town.ProgramAsync(Role.AuditAdministrator);
        var letter = Dead(town);
        await using (var db = town.Site.Test.NewDb())
        {
            db.Add(letter);
            await db.SaveChangesAsync(Town.Ct);
        }

        Assert.Contains("village-police", await admin.GetStringAsync("/api/v1/admin/vacancies", Town.Ct), StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"sms\"", await admin.GetStringAsync("/api/v1/admin/operation", Town.Ct), StringComparison.Ordinal);
        Assert.Contains("knownTo", await admin.GetStringAsync("/api/v1/admin/readiness", Town.Ct), StringComparison.Ordinal);
        Assert.Contains(letter.Id.ToString(), await admin.GetStringAsync("/api/v1/admin/dead-letters", Town.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await audit.PostAsync($"/api/v1/admin/dead-letters/{letter.Id}/setting-aside", null, Town.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync($"/api/v1/admin/dead-letters/{letter.Id}/setting-aside", null, Town.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync($"/api/v1/admin/dead-letters/{letter.Id}/retry", null, Town.Ct)).StatusCode);
    }

    private static OutboxMessage Dead(Town town) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = "sms",
        Payload = "{}",
        CreatedAt = town.Site.Clock.GetUtcNow().UtcDateTime,
        FailedAt = town.Site.Clock.GetUtcNow().UtcDateTime,
        Attempts = 12,
        Error = "gateway-refused",
    };
}
