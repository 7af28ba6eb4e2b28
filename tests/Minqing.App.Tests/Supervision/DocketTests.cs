using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Lists;
using Minqing.App.Media;
using Minqing.App.Running;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Media;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Key matters, questionings, lists and meetings from their opening to their end.</summary>
public sealed class DocketTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    public async Task A_key_matter_is_struck_off_on_proof_by_another_person(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (county, town, secretary) = (await watch.CountyAsync(), await watch.CentreAsync(), await watch.Town.SecretaryAsync());
        var (receipt, _) = await watch.Town.ReportAsync();
        var key = await watch.OpenAsync(county, DocketKind.KeyMatter, new() { Appeals = ReportNumber.Grouped(receipt.Number), Post = secretary.Posts[0].Id.Value, Until = watch.Day(10) });
        await watch.TakeAsync(county, key, DocketStep.SetTask, new() { Unit = town.Posts[0].Unit.Value, Until = watch.Day(3) });
        Assert.Equal(1, (await watch.ListAsync(town, mine: true)).Mine);
        Assert.IsType<TasksStillOpen>(await watch.RefusedAsync(secretary, key, DocketStep.Submit));
        await watch.TakeAsync(town, key, DocketStep.Answer);
        Assert.IsType<OwnSubmission>(await watch.RefusedAsync(town, key, DocketStep.AcceptTask));
        await watch.TakeAsync(county, key, DocketStep.AcceptTask);
        await watch.TakeAsync(secretary, key, DocketStep.Report);
        await watch.TakeAsync(secretary, key, DocketStep.Visit, new() { Present = "三户居民" });
        await watch.TakeAsync(secretary, key, DocketStep.Submit);
        Assert.IsType<OwnSubmission>(await watch.RefusedAsync(secretary, key, DocketStep.StrikeOff));
        await watch.TakeAsync(county, key, DocketStep.SendBack);
        await watch.TakeAsync(secretary, key, DocketStep.Submit);
        var struck = await watch.TakeAsync(county, key, DocketStep.StrikeOff);

        Assert.Equal((DocketState.Ended, 1, 1, 1), (struck.State, struck.Progress, struck.Visits, struck.Appeals.Count));
        Assert.NotNull(struck.Clocks.Single(c => c.Kind == ClockKind.Docket).MetAt);
        Assert.Equal("夜里的噪声", Assert.Single((await watch.ListAsync(county, over: true)).Rows).Title);
        Assert.Empty((await watch.ListAsync(county)).Rows);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    [Trait("Spec", "P-13")]
    public async Task Photos_handed_in_as_proof_stand_on_the_docket_for_those_who_know_of_it_and_are_held_against_the_journal(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (county, secretary) = (await watch.CountyAsync(), await watch.Town.SecretaryAsync());
        var (receipt, _) = await watch.Town.ReportAsync();
        var photo = (await watch.Town.Test.AddAsync(Photos.FromPhone(400, 300))).Value.Id;
        var key = await watch.OpenAsync(county, DocketKind.KeyMatter, new() { Appeals = receipt.Number, Post = secretary.Posts[0].Id.Value, Until = watch.Day(10) });
        Assert.IsType<DocketNotYours>(await watch.RefusedAsync(await watch.CentreAsync(), key, DocketStep.Submit, new() { Evidence = [photo.Value] }));
        await watch.TakeAsync(secretary, key, DocketStep.Submit, new() { Evidence = [photo.Value] });
        Assert.IsType<AttachmentNotFound>(await watch.RefusedAsync(secretary, key, DocketStep.Submit, new() { Evidence = [photo.Value] }));

        var shown = (await watch.ReadAsync(county, key)).Story.Single(e => e.Step == DocketStep.Submit.Name()).Facts.OfType<DocketShown>().Single();
        Assert.Equal(photo, Assert.Single(shown.Media).Id);
        using var seen = await watch.Town.RunAsync<SeeDocketMedia, OpenedMedia>(u => u.RunAsync(county, key.Id, photo, false, Ct));
        Assert.Equal("image/jpeg", seen.ContentType);
        var stranger = await watch.Town.AsAsync(Role.VillageSecretary, SmallCity.OtherVillage);
        Assert.IsType<NoSuchDocket>(await watch.Town.RefusedAsync<SeeDocketMedia, OpenedMedia>(u => u.RunAsync(stranger, key.Id, photo, false, Ct)));
        await watch.Town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    public async Task Its_journal_rebuilds_it_and_its_clocks_wake(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (county, secretary) = (await watch.CountyAsync(), await watch.Town.SecretaryAsync());
        var (receipt, _) = await watch.Town.ReportAsync();
        var key = await watch.OpenAsync(county, DocketKind.KeyMatter, new() { Appeals = receipt.Number, Post = secretary.Posts[0].Id.Value, Until = watch.Day(2) });
        watch.Town.Pass(TimeSpan.FromDays(4));
        await watch.Town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
        await using var db = watch.Town.Test.NewDb();

        Assert.NotNull((await db.Clocks.SingleAsync(c => c.SubjectId == key.Id.Value, Ct)).MissedAt);
        var bodies = await db.Journal.Where(j => j.SubjectId == key.Id.Value).OrderBy(j => j.Seq).Select(j => j.Body).ToListAsync(Ct);
        var rebuilt = (Docket)Rebuilder.Rebuild(db.Model.FindEntityType(typeof(Docket))!, key.Id.Value, bodies.Select(b => Facts.Step(Facts.Parse(b))));
        Assert.Equal((DocketState.Open, key.Title, key.OwnerPost), (rebuilt.State, rebuilt.Title, rebuilt.OwnerPost));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-16")]
    public async Task A_meeting_on_several_appeals_ends_when_its_decisions_are_done_and_its_minutes_kept(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (centre, secretary) = (await watch.CentreAsync(), await watch.Town.SecretaryAsync());
        var (one, other) = (await watch.Town.ReportAsync(), await watch.Town.ReportAsync());
        Assert.IsType<AppealsNotUsable>(await watch.Town.RefusedAsync<OpenDocket, Docket>(u => u.RunAsync(centre, DocketKind.Meeting, new() { Title = "会", Words = "商量", Appeals = one.Receipt.Number }, Ct)));
        var meeting = await watch.OpenAsync(centre, DocketKind.Meeting, new() { Appeals = $"{one.Receipt.Number}，{other.Receipt.Number}" });
        await watch.TakeAsync(centre, meeting, DocketStep.SetTask, new() { Unit = secretary.Posts[0].Unit.Value, Until = watch.Day(5), Words = "夜里停机" });
        await watch.TakeAsync(secretary, meeting, DocketStep.Answer);
        await watch.TakeAsync(centre, meeting, DocketStep.ReturnTask);
        Assert.IsType<TasksStillOpen>(await watch.RefusedAsync(centre, meeting, DocketStep.Close));
        await watch.TakeAsync(secretary, meeting, DocketStep.Answer);
        await watch.TakeAsync(centre, meeting, DocketStep.AcceptTask);
        Assert.IsType<MinutesMissing>(await watch.RefusedAsync(centre, meeting, DocketStep.Close));
        await watch.TakeAsync(centre, meeting, DocketStep.Minute, new() { Present = "城管、社区" });

        Assert.Equal(DocketState.Ended, (await watch.TakeAsync(centre, meeting, DocketStep.Close)).State);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-11")]
    public async Task An_inspector_hands_out_a_list_that_others_above_do_not_see_and_reads_every_access(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (inspector, county, secretary) = (await watch.AppointAsync(Role.Inspector, SmallCity.County), await watch.CountyAsync(), await watch.Town.SecretaryAsync());
        var (receipt, appeal) = await watch.Town.ReportAsync();
        var report = (await watch.Town.CaseAsync(appeal)).Main;
        await watch.Town.RunAsync<App.Appeals.Identities.OpenIdentity, Identity>(u => u.RunAsync(secretary, report.Id, Domain.Appeals.OpeningPurpose.FirstCall, null, Ct));
        var list = await watch.OpenAsync(inspector, DocketKind.Inspection, new() { Appeals = receipt.Number });
        await watch.TakeAsync(inspector, list, DocketStep.SetTask, new() { Unit = secretary.Posts[0].Unit.Value, Until = watch.Day(5) });
        Assert.IsType<NoSuchDocket>(await watch.Town.RefusedAsync<ReadDocket, DocketView>(u => u.RunAsync(county, list.Id, Ct)));
        Assert.Contains(DocketStep.Answer, (await watch.ReadAsync(secretary, list)).Open);
        var record = await watch.Town.RunAsync<ReadRecord, AppealRecord>(u => u.RunAsync(inspector, appeal, null, Ct));

        Assert.Equal(Role.VillageSecretary.Name(), Assert.Single(record.Openings).Actor.Role);
        Assert.Contains(record.Story, e => e.Step == "receive");
        await watch.Town.RefusedAsync<ReadRecord, AppealRecord>(u => u.RunAsync(county, appeal, null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-28")]
    public async Task Whoever_listed_a_matter_rates_how_it_was_handled_as_they_take_what_came_of_it(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (inspector, county, secretary) = (await watch.AppointAsync(Role.Inspector, SmallCity.County), await watch.CountyAsync(), await watch.Town.SecretaryAsync());
        var (unit, (receipt, appeal)) = (secretary.Posts[0].Unit.Value, await watch.Town.ReportAsync());
        var list = await watch.OpenAsync(inspector, DocketKind.Inspection, new() { Appeals = receipt.Number });
        var key = await watch.OpenAsync(county, DocketKind.KeyMatter, new() { Appeals = receipt.Number, Post = secretary.Posts[0].Id.Value, Until = watch.Day(10) });
        await watch.TakeAsync(inspector, list, DocketStep.SetTask, new() { Unit = unit, Until = watch.Day(5) });
        await watch.TakeAsync(secretary, list, DocketStep.Answer);
        await watch.TakeAsync(secretary, key, DocketStep.Submit);
        Assert.IsType<NothingToRate>(await watch.RefusedAsync(inspector, list, DocketStep.AcceptTask, new() { Rating = 2 }));
        Assert.Empty((await watch.Town.CaseAsync(appeal)).Appeal.HandlingRatings);
        await watch.Town.CalledAsync(appeal);
        await watch.Town.SignedAsync(appeal);
        await watch.Town.FinishedAsync(appeal);

        Assert.IsType<NotARating>(await watch.RefusedAsync(inspector, list, DocketStep.AcceptTask, new() { Rating = 6 }));
        await watch.TakeAsync(inspector, list, DocketStep.AcceptTask, new() { Rating = 2, RatingWords = "办得及时" });
        await watch.TakeAsync(county, key, DocketStep.StrikeOff, new() { Rating = 4 });

        var rated = (await watch.Town.CaseAsync(appeal)).Appeal;
        Assert.Equal([(2, true), (4, false)], rated.HandlingRatings.Select(r => (r.Rating, r.Words is not null)));
        Assert.Equal([inspector.Person, county.Person], rated.HandlingRatings.Select(r => r.Person!.Value));
        await watch.Town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-11")]
    public async Task Whoever_opened_an_appeal_stands_in_its_record_with_the_post_and_how_often_that_day(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (inspector, county, secretary) = (await watch.AppointAsync(Role.Inspector, SmallCity.County), await watch.CountyAsync(), await watch.Town.SecretaryAsync());
        var (_, appeal) = await watch.Town.ReportAsync();
        await OpenAsync(secretary);
        watch.Town.Pass(TimeSpan.FromMinutes(5));
        await OpenAsync(secretary);
        watch.Town.Pass(TimeSpan.FromDays(1));
        await OpenAsync(county);
        watch.Town.Pass(TimeSpan.FromMinutes(5));
        await OpenAsync(secretary);
        await watch.Town.RefusedAsync<ReadAppeal, AppealView>(async u => await u.RunAsync(await watch.Town.AsAsync(Role.VillageSecretary, SmallCity.OtherVillage), appeal, Ct));
        watch.Town.Pass(TimeSpan.FromMinutes(5));
        var record = await watch.Town.RunAsync<ReadRecord, AppealRecord>(u => u.RunAsync(inspector, appeal, null, Ct));

        Assert.Equal(
            [(Role.Inspector, 1, 0), (Role.VillageSecretary, 1, 0), (Role.CountyPoliticalLegalSecretary, 1, 0), (Role.VillageSecretary, 2, 5)],
            record.Accesses.Select(a => (a.Role, a.Times, (a.LastAt - a.FirstAt).Minutes)));
        await using var db = watch.Town.Test.NewDb();
        Assert.Equal([await db.Persons.Where(p => p.Id == secretary.Person).Select(p => p.Name).SingleAsync(Ct)], record.Accesses.Where(a => a.Role == Role.VillageSecretary).Select(a => a.Person).Distinct());

        // Two months later: each day's line is still there, a page at a time, each once.
        for (var day = 0; day < 60; day++)
        {
            watch.Town.Pass(TimeSpan.FromDays(1));
            await OpenAsync(secretary);
        }

        var (lines, after) = (new List<DateTime>(), (string?)null);
        do
        {
            var page = await watch.Town.RunAsync<ReadRecord, AppealRecord>(u => u.RunAsync(inspector, appeal, after, Ct));
            lines.AddRange(page.Accesses.Select(a => a.LastAt));
            after = page.Earlier;
            Assert.InRange(page.Accesses.Count, 1, 50);
        }
        while (after is not null);

        Assert.Equal((65, 65), (lines.Count, lines.Distinct().Count()));

        // An instruction's page shows its words too, and so does the page on which one is given; giving it shows nothing.
        watch.Town.Pass(TimeSpan.FromDays(1));
        var plan = await watch.Town.RunAsync<PrepareInstruction, InstructionPlan>(u => u.RunAsync(county, appeal, Ct));
        var to = plan.Addressees.First(a => a.Unit == secretary.Posts[0].Unit);
        var given = await watch.Town.RunAsync<GiveInstruction, InstructionId>(u => u.RunAsync(county, appeal, new("请抓紧", to.Unit.Value, null, null, AnswerDue: true), Ct));
        await watch.Town.RunAsync<ReadInstruction, InstructionView>(u => u.RunAsync(secretary, given, Ct));
        record = await watch.Town.RunAsync<ReadRecord, AppealRecord>(u => u.RunAsync(inspector, appeal, null, Ct));
        Assert.Equal(
            new[] { (Role.CountyPoliticalLegalSecretary, 1), (Role.VillageSecretary, 1), (Role.Inspector, 1) }.ToHashSet(),
            record.Accesses.Take(3).Select(a => (a.Role, a.Times)).ToHashSet());

        Task<AppealView> OpenAsync(App.People.Viewer viewer) => watch.Town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(viewer, appeal, Ct));
    }
}
