using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Timing;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>Who is told of dispatching, working side by side, ruling and time, and what the reporter hears.</summary>
public sealed class CourseNoticesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task An_objection_is_told_to_the_centre_and_the_ruling_to_both_units(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var ((market, objector), (street, fallback)) = (await town.BureauAsync("market"), await town.BureauAsync("city-management"));
        var (id, centre) = (await scene.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));

        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, market, "职责清单", null, Ct));
        await scene.RunAsync();
        await town.RunAsync<RaiseObjection, StepDone>(u => u.RunAsync(objector, id, ReturnReason.NotMyDuty, "噪声归城管", null, Ct));
        await scene.RunAsync();
        await town.RunAsync<ActFirst, StepDone>(u => u.RunAsync(centre, id, new(street, "先去现场"), null, null, Ct));
        await town.RunAsync<DecideLead, StepDone>(u => u.RunAsync(centre, id, street, "市容条例", null, Ct));
        await scene.RunAsync();

        Assert.Equal(objector.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.WorkArrived)).Person);
        Assert.Empty(await scene.NoticesAsync(NoticeKind.SentBack, NoticeKind.RaisedToYou));
        Assert.Contains(await scene.NoticesAsync(NoticeKind.RulingWanted), n => n.Person == centre.Person && n.Clock == ClockKind.Ruling);
        Assert.Equal(fallback.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.ActFirstWanted)).Person);
        Assert.Equal(fallback.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.RuledToYou)).Person);
        Assert.Equal(objector.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.ObjectionUpheld)).Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-13")]
    public async Task Each_unit_beside_the_lead_is_told_its_own_limit(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var ((market, one), (street, two)) = (await town.BureauAsync("market"), await town.BureauAsync("city-management"));
        var (id, centre) = (await scene.ReportAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var day = LocalTime.DayOf(scene.City.Start).AddDays(1);

        await town.RunAsync<AddCoUnits, StepDone>(u => u.RunAsync(centre, id, [new(market, "查执照", day), new(street, "测噪声", day.AddDays(5))], null, Ct));
        await scene.RunAsync();

        var wanted = (await scene.NoticesAsync(NoticeKind.CoWanted)).ToDictionary(n => n.Person, n => LocalTime.DayOf(n.DueAt!.Value));
        Assert.Equal((day, day.AddDays(5)), (wanted[one.Person], wanted[two.Person]));
        Assert.Contains(scene.Phones.OfOfficials, s => s.Text.Contains("请您单位协办", StringComparison.Ordinal));

        town.Pass(TimeSpan.FromDays(3));
        var late = (await town.CaseAsync(id)).Appeal.Orders.Single(o => o.Unit.Value == market).No;
        await town.RunAsync<ReleaseCo, StepDone>(u => u.RunAsync(centre, id, late, "不等它了", null, Ct));
        await scene.RunAsync();
        Assert.Equal(one.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.CoReleased)).Person);
        Assert.Contains(scene.Phones.OfOfficials, s => s.Text.Contains("不用再办", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-19")]
    public async Task A_unit_beside_the_lead_finds_that_it_is_to_sign_and_hears_when_it_is_late_with_that(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var ((market, one), (street, two)) = (await town.BureauAsync("market"), await town.BureauAsync("city-management"));
        var (id, centre) = (await scene.ReportAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        await town.RunAsync<AddCoUnits, StepDone>(u => u.RunAsync(centre, id, [new(market, "查执照"), new(street, "测噪声")], null, Ct));

        var sign = Assert.Single((await town.ListAsync(one)).Page.Rows);
        Assert.Equal((TurnKind.Sign, (await town.CaseAsync(id)).Appeal.Clocks.First(c => c.Kind == ClockKind.CoSign).DueAt), (sign.Kind, sign.DueAt));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(two, id, null, Ct));
        Assert.Equal(TurnKind.Co, Assert.Single((await town.ListAsync(two)).Page.Rows).Kind);

        town.Pass(TimeSpan.FromDays(2));
        await scene.RunAsync();

        Assert.Equal(one.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.LimitPassed), n => n.Clock == ClockKind.CoSign).Person);
        Assert.Contains(scene.Phones.OfOfficials, s => s.Text.Contains("协办签收", StringComparison.Ordinal));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(one, id, null, Ct));
        Assert.Equal(TurnKind.Co, Assert.Single((await town.ListAsync(one)).Page.Rows).Kind);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-04")]
    public async Task More_time_is_asked_of_the_level_above_and_the_reporter_is_told_when_it_is_granted(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var (id, secretary, centre) = (await scene.ReportAsync(), await town.SecretaryAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));

        await town.RunAsync<AskExtension, StepDone>(u => u.RunAsync(secretary, id, 5, "等配件", null, Ct));
        await scene.RunAsync();
        var before = scene.Phones.Received.Count(s => s.Phone == Phones.Reporter);
        await town.RunAsync<GrantExtension, StepDone>(u => u.RunAsync(centre, id, null, null, Ct));
        await scene.RunAsync();

        Assert.Contains(await scene.NoticesAsync(NoticeKind.ExtensionWanted), n => n.Person == centre.Person);
        Assert.Contains(await scene.NoticesAsync(NoticeKind.ExtensionGranted), n => n.Person == secretary.Person);
        Assert.Contains("要晚些办好", Assert.Single(scene.Phones.Received.Where(s => s.Phone == Phones.Reporter).Skip(before)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-31")]
    [Trait("Spec", "H-15")]
    public async Task The_reporter_hears_that_it_was_not_taken_or_where_it_went(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var (declined, referred, centre) = (await scene.ReportAsync(), await scene.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));

        await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, declined, SpecialRoute.OutsideDuties, "这件事不归政府管，您可以找物业。", null, Ct));
        await town.RunAsync<ReferAppeal, StepDone>(u => u.RunAsync(centre, referred, WayOut.Petition, "区信访局", null, "请带身份证到区信访局。", null, Ct));
        await scene.RunAsync();

        var told = scene.Phones.Received.Where(s => s.Phone == Phones.Reporter).Select(s => s.Text).ToList();
        Assert.Contains(told, t => t.Contains("没有受理", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("已转有关渠道", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-04")]
    [Trait("Spec", "I-32")]
    public async Task Urged_from_above_the_lead_is_told_and_of_a_prank_the_desk_is(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var (id, secretary, centre) = (await scene.ReportAsync(), await town.SecretaryAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));

        await town.RunAsync<UrgeUnit, StepDone>(u => u.RunAsync(centre, id, "抓紧", null, Ct));
        await town.RunAsync<UrgeUnit, StepDone>(u => u.RunAsync(centre, id, "再催一次", null, Ct));
        await town.RunAsync<ProposeInvalid, StepDone>(u => u.RunAsync(secretary, id, InvalidReason.Prank, "小孩玩的", null, Ct));
        await scene.RunAsync();

        Assert.Equal(2, (await scene.NoticesAsync(NoticeKind.UrgedFromAbove)).Count(n => n.Person == secretary.Person));
        Assert.Contains(await scene.NoticesAsync(NoticeKind.InvalidProposed), n => n.Person == centre.Person);
        await using var db = scene.Test.NewDb();
        var urged = (await db.Journal.AsNoTracking().Where(j => j.SubjectId == id.Value).ToListAsync(Ct)).Select(j => Facts.Parse(j.Body)).Where(b => b.Step == Step.UrgeUnit.Name()).OrderBy(b => b.Seq).ToList();
        Assert.Equal([centre.Person, centre.Person], urged.Select(b => b.Actor.Person));
        Assert.Equal([1, 2], urged.Select(b => Assert.IsType<UnitUrged>(Assert.Single(Facts.Step(b).Facts)).Times));
        Assert.Equal(2, (await town.CaseAsync(id)).Appeal.UrgesFromAbove);
    }
}
