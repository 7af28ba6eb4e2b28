using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;
using Minqing.Storage.Verifying;
using Minqing.Testing;
using Minqing.Web.Tests.Cities;

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

    // A unit beside the lead is released when it is late, and here nobody is late: ReleaseTests of the use cases do it.
    private static readonly Step[] NotYet = [Step.ReleaseCo];

    [Theory, OnBothDatabases]
    public async Task Of_two_who_take_a_step_at_once_one_is_first(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        foreach (var walker in city.Walkers.Where(w => !w.Elsewhere))
            await walker.BeginAsync();
        var cases = new Cases(city);
        var doors = new StepDoors(city, cases);
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

        wrong.AddRange(await new ReportersAtOnce(city, cases).WrongAsync());
        Assert.Empty(wrong);
        Assert.Empty((await VerifyAsync(city)).Findings);
    }

    /// <summary>Before its dispatch there are steps that only some cities have.</summary>
    [Theory, OnBothDatabases]
    public async Task Of_two_who_dispatch_at_once_one_is_first_and_of_two_who_judge_each_counts(Engine engine)
    {
        await using var it = await CityScene.OnAsync("yuejincun", "A4", engine);
        var (chief, centre, village) = (it.City.Of(Role.StationChief, it.Village), it.City.Of(Role.TownCentre), it.City.Of(Role.VillageSecretary, it.Village).Unit);
        var judges = it.City.Officials.Where(o => o.Role == Role.DeputyCommittee).Take(2).ToList();
        object given = new { unit = village.Value, words = "请办理", reason = "社区办不了" };
        object scales = new { general = 3, urgent = 4, lawful = 5, publicInterest = 4, words = "三户受影响" };

        Assert.Single(await it.AtOnceAsync("pass-on", given, chief, chief), HttpStatusCode.OK);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], await it.AtOnceAsync("triage", scales, [centre, .. judges]));
        Assert.Single(await it.AtOnceAsync("assign", given, centre, centre), HttpStatusCode.OK);
        it.City.Site.Clock.Advance(TimeSpan.FromSeconds(1));
        await it.ReportAsync("A4");
        Assert.Single(await it.AtOnceAsync("assign", given, chief, chief), HttpStatusCode.OK);

        await using var db = it.City.Site.Test.NewDb();
        Assert.Equal([1, 1], (await db.Appeals.AsNoTracking().ToListAsync(CityScene.Ct)).Select(a => a.Orders.Count));
        Assert.Empty((await new Verification(db).RunAsync(it.City.Site.Test.Settings.TreeHeads, [], CityScene.Ct)).Findings);
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
