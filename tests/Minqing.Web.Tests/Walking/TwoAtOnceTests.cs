using System.Net;
using System.Text;
using Minqing.Domain.Policy;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.Web.Tests.Walking;

/// <summary>Every step of an appeal is taken by two people at the same moment (H-31): one is first, the other is told, and nothing is lost or done twice.</summary>
[Trait("Spec", "H-31")]
public sealed class TwoAtOnceTests
{
    // Each of two counts: they may be done one after the other as well.
    private static readonly Step[] Repeatable =
    [
        Step.RecordCall, Step.Message, Step.Note, Step.Reclassify, Step.UrgeCo, Step.Visit, Step.RecordAnswer, Step.Restrict, Step.NameTarget, Step.UrgeUnit, Step.RateHandling,
    ];

    // A unit beside the lead is released when it is late, and here nobody is late.
    private static readonly Step[] NotYet = [Step.ReleaseCo];

    [Theory, OnBothDatabases]
    public async Task Of_two_who_take_a_step_at_once_one_is_first(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        foreach (var walker in city.Walkers.Where(w => !w.Elsewhere))
            await walker.BeginAsync();
        var doors = new StepDoors(city, new Cases(city));
        var wrong = new List<string>();

        foreach (var row in RouteTable.Rows.Where(r => r.Method == "POST" && r.Route.StartsWith("/api/", StringComparison.Ordinal)))
        {
            if (StepDoors.StepOf(row) is not { } step || NotYet.Contains(step))
                continue;

            var (first, second) = TwoOf(city, row, step);
            var knock = await doors.KnockAsync(row, step, first);
            var body = await knock.Body!.ReadAsStringAsync(WalkedCity.Ct);
            var answers = await Task.WhenAll(((Walker[])[first, second]).Select(w => AnswerAsync(w, knock with { Body = new StringContent(body, Encoding.UTF8, "application/json") })));
            if (answers.Max() >= HttpStatusCode.InternalServerError || answers.Count(a => a == HttpStatusCode.OK) is var done && (done == 0 || done == 2 && !Repeatable.Contains(step)))
                wrong.Add($"{step}: {first.Name} {answers[0]}, {second.Name} {answers[1]}");
        }

        Assert.Empty(wrong);
        Assert.Empty((await VerifyAsync(city)).Findings);
    }

    // Colleagues at one level; where there is but one, the same person with two phones. A quarrel has a level above two others.
    private static (Walker First, Walker Second) TwoOf(WalkedCity city, RouteRow row, Step step)
    {
        var may = city.Walkers.Where(w => !w.Elsewhere && row.Cells[w.Name] == Cell.Allowed && (step != Step.Decide || WalkedCity.LevelOf(w.Role!.Value) > 2)).ToList();
        return (may[0], may.Skip(1).FirstOrDefault(w => WalkedCity.LevelOf(w.Role!.Value) == WalkedCity.LevelOf(may[0].Role!.Value)) ?? may[0]);
    }

    private static async Task<HttpStatusCode> AnswerAsync(Walker who, Knock knock)
    {
        using var answer = await who.KnockAsync(knock);
        return answer.StatusCode;
    }

    private static async Task<Verdict> VerifyAsync(WalkedCity city)
    {
        await using var db = city.Site.Test.NewDb();
        return await new Verification(db).RunAsync(city.Site.Test.Settings.TreeHeads, [], WalkedCity.Ct);
    }
}
