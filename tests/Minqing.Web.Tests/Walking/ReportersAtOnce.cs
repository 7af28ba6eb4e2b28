using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>Two wishes of one reporter at the same moment, from two phones, and the reporter's beside an official's.</summary>
internal sealed class ReportersAtOnce(WalkedCity city, Cases cases)
{
    private static readonly object Bad = new { attitude = 4, speed = 4, result = 5 };
    private static readonly object Result = new { result = "已经疏通好了。", measures = "请工人疏通", outcome = "solved" };

    /// <summary>What came out otherwise than it must; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync()
    {
        var wrong = new List<string>();
        foreach (var (what, make, first, second, done) in Pairs())
        {
            var it = await make();
            var answers = await Task.WhenAll(AnswerAsync(it, first), AnswerAsync(it, second));
            if (answers.Max() >= HttpStatusCode.InternalServerError || answers.Count(a => (int)a < 300) != done || await WhereAsync(it) is var where && !what.EndsWith(where, StringComparison.Ordinal))
                wrong.Add($"{what}: {answers[0]}, {answers[1]}, {await WhereAsync(it)}");
        }

        return wrong;
    }

    // How many of the two go through, and where it stands then, in which round.
    private IEnumerable<(string What, Func<Task<Case>> Make, Wish First, Wish Second, int Done)> Pairs() =>
    [
        ("supplemented twice: Handling 1", Led, new("supplements", new { text = "水漫到路上了" }), new("supplements", new { text = "井盖也没了" }), 2),
        ("urged twice: Handling 1", Led, new("urges"), new("urges"), 1),
        ("withdrawn twice: Withdrawn 1", Led, new("withdrawal", new { reason = "好了" }), new("withdrawal"), 1),
        ("rated bad twice: Handling 2", Closed, new("ratings", Bad), new("ratings", Bad), 1),
        ("asked for again twice: Handling 2", Closed, new("reopenings", new { reason = "还堵" }), new("reopenings", new { reason = "又堵了" }), 1),
        ("pressure told twice: FollowingUp 1", Closed, new("pressure", new { text = "让我改成满意" }), new("pressure", new { text = "又来了" }), 2),
        ("rated bad and asked by the desk: Handling 2", Closed, new("ratings", Bad), new("follow-ups", new { outcome = "reached", attitude = 4, speed = 4, result = 5 }, Role.FollowUpDesk), 1),
        ("rated bad and asked for again: Handling 2", Closed, new("ratings", Bad), new("reopenings", new { reason = "还堵" }), 1),
        ("supplemented and handed in: Checking 1", Led, new("supplements", new { text = "水漫到路上了" }), new("results", Result, Role.VillageSecretary), 2),
        ("urged and handed in: Checking 1", Led, new("urges"), new("results", Result, Role.VillageSecretary), 2),
    ];

    private Task<Case> Led() => cases.LedByAsync(1);

    private Task<Case> Closed() => cases.ClosedByAsync(1);

    private async Task<HttpStatusCode> AnswerAsync(Case it, Wish wish)
    {
        var body = JsonContent.Create(wish.Body ?? new { });
        if (wish.Who is { } role)
        {
            using var official = await city.At(role).KnockAsync(new("POST", $"/api/v1/appeals/{it.Appeal.Value}/{wish.Door}", body));
            return official.StatusCode;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reports/{it.Number}/{wish.Door}?code={it.Code}") { Content = body, Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } } };
        using var answer = await city.Site.Http.SendAsync(request, WalkedCity.Ct);
        return answer.StatusCode;
    }

    private async Task<string> WhereAsync(Case it)
    {
        await using var db = city.Site.Test.NewDb();
        var appeal = await db.Appeals.AsNoTracking().SingleAsync(a => a.Id == it.Appeal, WalkedCity.Ct);
        return $"{appeal.Stage} {appeal.Round}";
    }

    /// <param name="Door">The last part of the address.</param>
    /// <param name="Who">Nobody: the reporter.</param>
    private sealed record Wish(string Door, object? Body = null, Role? Who = null);
}
