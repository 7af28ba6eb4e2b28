using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Web.Demo;
using Minqing.Web.Tests.Citizen;

namespace Minqing.Web.Tests.Cities;

/// <summary>One report in a city, from its receipt on: what its reporter reads, what officials do with it.</summary>
internal sealed class CityCase
{
    private static int photos;

    private readonly CityDays days;

    private CityCase(CityDays days, JsonElement receipt, Guid report, Guid appeal) =>
        (this.days, Receipt, Report, Appeal) = (days, receipt, report, appeal);

    public JsonElement Receipt { get; }

    public Guid Report { get; }

    /// <summary>The case of work that it began.</summary>
    public Guid Appeal { get; }

    public string Number => Receipt.GetProperty("number").GetString()!;

    public string Code => Receipt.GetProperty("queryCode").GetString()!;

    /// <summary>The kinds of what was promised, each with its local time.</summary>
    public IReadOnlyList<string> Promises => [.. Receipt.GetProperty("promises").EnumerateArray().Select(p => $"{p.GetProperty("kind").GetString()} {CityDays.Local(p.GetProperty("dueAt").GetDateTime())}")];

    /// <summary>Somebody reports by the code on a wall.</summary>
    /// <param name="place">A part of the name of the region whose first code it is.</param>
    public static async Task<CityCase> ReportAsync(CityDays days, string place, string category, string text, string? phone, string? intent = null, string? address = null)
    {
        var body = new { siteCode = days.City.CodeIn(place), text, phone, categoryCode = category, intent, address };
        var receipt = await days.Callers.PostAsync(null, "reports", body);
        var number = receipt.GetProperty("number").GetString();
        if (phone is not null)
        {
            days.Reporters.Add(phone);
        }

        await using var db = days.City.Site.Test.NewDb();
        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Number == number, CityDays.Ct);
        return new(days, receipt, report.Id.Value, report.Appeal.Value);
    }

    /// <summary>One that was taken down by somebody else.</summary>
    public static CityCase Known(CityDays days, string number, string queryCode, Guid report, Guid appeal) => new(days, JsonSerializer.SerializeToElement(new { number, queryCode }), report, appeal);

    /// <summary>Takes a step of the interface, such as <c>signature</c> or <c>steps/transfer</c>; gives the stage it stands in then.</summary>
    public async Task<string?> DoAsync(DemoOfficial who, string step, object? body = null) =>
        (await days.Callers.PostAsync(who, $"appeals/{Appeal}/{step}", body ?? new { })).GetProperty("stage").GetString();

    public Task<string> RefusedAsync(DemoOfficial who, string step, object? body = null) => days.Callers.RefusedAsync(who, $"appeals/{Appeal}/{step}", body ?? new { });

    public Task<JsonElement> ReadAsync(DemoOfficial who) => days.Callers.GetAsync(who, $"appeals/{Appeal}");

    /// <summary>The steps open to somebody now.</summary>
    public async Task<IReadOnlyList<string?>> OpenAsync(DemoOfficial who) => [.. (await ReadAsync(who)).GetProperty("open").EnumerateArray().Select(s => s.GetString())];

    /// <summary>The newest clock of a kind: when it is due, and what became of it.</summary>
    public async Task<string> ClockAsync(DemoOfficial who, string kind)
    {
        var clock = (await ReadAsync(who)).GetProperty("clocks").EnumerateArray().Last(c => c.GetProperty("kind").GetString() == kind);
        string Part(string name) => clock.TryGetProperty(name, out var at) && at.ValueKind != JsonValueKind.Null ? $" {name[..^2]}" : "";
        return $"{CityDays.Local(clock.GetProperty("dueAt").GetDateTime())}{Part("metAt")}{Part("missedAt")}{Part("endedAt")}";
    }

    /// <summary>What the reporter reads: what is happening now, in one sentence.</summary>
    public async Task<string?> NowAsync() => (await CourseAsync()).GetProperty("now").GetString();

    public Task<JsonElement> CourseAsync() => days.Callers.GetAsync(null, $"reports/{Number}?code={Code}");

    /// <summary>All that the reporter was told, one line a thing.</summary>
    public async Task<string> ToldAsync() => string.Join('\n', (await CourseAsync()).GetProperty("timeline").EnumerateArray().Select(t => t.GetProperty("text").GetString()));

    public Task<string> FollowPageAsync() => days.Callers.PageAsync(null, $"/f/{Number}?code={Code}");

    public Task<JsonElement> SayAsync(string what, object body) => days.Callers.PostAsync(null, $"reports/{Number}/{what}?code={Code}", body);

    /// <summary>A photo that was just taken; each is another one.</summary>
    public async Task<Guid> PhotoAsync(byte[]? same = null)
    {
        using var content = new ByteArrayContent(same ?? Another());
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var answer = await days.City.Site.Http.PostAsync(new Uri("/api/v1/media", UriKind.Relative), content, CityDays.Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(CityDays.Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(CityDays.Ct)).GetProperty("id").GetGuid();
    }

    /// <summary>The picture of one pixel, quantised differently each time.</summary>
    public static byte[] Another()
    {
        var jpeg = (byte[])OnePixel.Jpeg.Clone();
        var (no, table) = (Interlocked.Increment(ref photos), jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xDB]) + 6);
        (jpeg[table], jpeg[table + 1], jpeg[table + 2]) = ((byte)(1 + (no % 200)), (byte)(1 + (no / 200 % 200)), 7);
        return jpeg;
    }
}
