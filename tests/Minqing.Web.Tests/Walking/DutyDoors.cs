using System.Globalization;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>How the doors of leave and duty are knocked at: the secretary goes, the village's policeman stands in.</summary>
internal sealed class DutyDoors(WalkedCity city)
{
    private const string Absences = "/absences";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string StandsIn => city.At(Role.VillagePolice).Person.Value.ToString();

    public static bool Has(string route) => route is "/duty" or "/duty/roster" || route.EndsWith("/shifts", StringComparison.Ordinal) || route.Contains(Absences, StringComparison.Ordinal);

    public async Task<Knock> KnockAsync(RouteRow row, Walker who) => (row.Method, row.Route, await PostAsync()) switch
    {
        ("GET", var page, _) => Page(row, page),
        (_, "/duty/roster", var post) => Page(row, row.Route, ("Post", $"{post.Value}"), ("Person", StandsIn), ("From", $"{Year(who)}-01-01T18:00"), ("Until", $"{Year(who)}-01-02T08:00"), ("no", row.Form == "End" ? await OpenAsync(post, shift: true) : "")),
        (_, "/duty", var post) => Page(row, row.Route, ("Post", $"{post.Value}"), ("Person", StandsIn), ("From", "2030-01-01"), ("To", "2030-01-02"), ("no", row.Form == "End" ? await OpenAsync(post, shift: false) : "")),
        ("DELETE", _, var post) => new(row.Method, $"/api/v1/posts/{post.Value}{Absences}/{await OpenAsync(post, shift: false)}"),
        (_, var route, var post) when route.EndsWith(Absences, StringComparison.Ordinal) => new(row.Method, $"/api/v1/posts/{post.Value}{Absences}", JsonContent.Create(new { person = StandsIn, from = "2032-01-01", to = "2032-01-02" })),
        (_, _, var post) => new(row.Method, $"/api/v1/posts/{post.Value}/shifts", JsonContent.Create(new { person = StandsIn, from = "2032-01-01T18:00:00Z", until = "2032-01-02T08:00:00Z" })),
    };

    private static int Year(Walker who) => who.Role == Role.Administrator ? 2031 : 2030;

    private static Knock Page(RouteRow row, string address, params IReadOnlyList<(string, string)> fields) =>
        new(row.Method, row.Form.Length == 0 ? address : $"{address}?handler={row.Form}", Fields: fields);

    private async Task<PostId> PostAsync()
    {
        await using var db = city.Site.Test.NewDb();
        return await db.Posts.Where(p => p.Role == Role.VillageSecretary && p.Holder == city.At(Role.VillageSecretary).Person).Select(p => p.Id).FirstAsync(Ct);
    }

    // One that is not over: what was called off cannot be called off again. Others are at the same post.
    private async Task<string> OpenAsync(PostId id, bool shift)
    {
        while (true)
        {
            await using var db = city.Site.Test.NewDb();
            var (post, now) = (await db.Posts.SingleAsync(p => p.Id == id, Ct), city.Site.Clock.GetUtcNow().UtcDateTime);
            if (post.StandIns.FirstOrDefault(s => s.Shift == shift && s.Since < s.Until && s.Until > now) is { } open)
                return open.No.ToString(CultureInfo.InvariantCulture);

            var from = new DateTime(2040 + post.StandIns.Count, 1, 1, 10, 0, 0, DateTimeKind.Utc);
            var (person, by) = (city.At(Role.VillagePolice).Person, new By(Actor.Platform, now));
            Assert.Null(shift ? post.PutOnRoster(person, from, from.AddHours(8), by) : post.NameStandIn(person, from, from.AddDays(1), by));
            try
            {
                await db.SaveChangesAsync(Ct);
            }
            catch (DbUpdateException failure) when (db.Dialect.LostRace(failure))
            {
            }
        }
    }
}
