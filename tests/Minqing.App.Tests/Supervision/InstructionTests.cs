using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.App.Supervision;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

[Trait("Spec", "S-02")]
public sealed class InstructionTests
{
    private static async Task<IReadOnlyList<RegionLevel>> LevelsAsync(Town town, IReadOnlyList<Addressee> addressees)
    {
        await using var db = town.Test.NewDb();
        var units = addressees.Where(a => a.Post is null).Select(a => a.Unit).ToList();
        return await db.Units.Where(u => units.Contains(u.Id)).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => r.Level).Distinct().OrderByDescending(l => l).ToListAsync(Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-28")]
    public async Task Given_to_the_lead_it_is_acknowledged_answered_sent_back_answered_and_accepted_with_a_rating(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, head) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var given = await GiveAsync(town, head, id);
        Assert.Contains((await town.ListAsync(secretary)).Page.Rows, r => r.Kind == TurnKind.AnswerInstruction || r.Appeal == id);

        await town.RunAsync<AcknowledgeInstruction, Instruction>(u => u.RunAsync(secretary, given, Ct));
        await town.RunAsync<AnswerInstruction, Instruction>(u => u.RunAsync(secretary, given, "今天上门了", Ct));
        var mine = await town.Test.RunAsync<ListInstructions, InstructionPage>(u => u.RunAsync(head, InstructionList.Given, false, null, Ct));
        await town.RunAsync<SendBackInstruction, Instruction>(u => u.RunAsync(head, given, "没说什么时候好", Ct));
        await FinishAsync(town, secretary, id);
        await town.RunAsync<AnswerInstruction, Instruction>(u => u.RunAsync(secretary, given, "今晚装隔音棉，明天就好", Ct));
        var done = await town.RunAsync<AcceptInstruction, Instruction>(u => u.RunAsync(head, given, 2, "办得快", Ct));

        Assert.Equal((1, 1), (mine.Open, mine.Answered));
        Assert.Equal((InstructionState.Done, 1, null), (done.State, done.SentBacks, done.MissedAt));
        Assert.Equal(2, Assert.Single((await town.CaseAsync(id)).Appeal.HandlingRatings).Rating);
        await town.SoundAsync();
        await using var db = town.Test.NewDb();
        Assert.Empty(await db.Turns.Where(t => t.SubjectId == given.Value).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task Not_answered_in_time_it_is_late_and_counted_per_leader_and_level(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (head, centre) = (await town.AsAsync(Role.CountyHead, SmallCity.County), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await GiveAsync(town, head, id, days: 2);
        var silent = await GiveAsync(town, head, id, answerDue: false);
        await town.RunAsync<AcknowledgeInstruction, Instruction>(async u => await u.RunAsync(await town.SecretaryAsync(), silent, Ct));

        town.Pass(TimeSpan.FromDays(4));
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);

        var area = await town.Test.RunAsync<ListInstructions, InstructionPage>(u => u.RunAsync(centre, InstructionList.Area, false, null, Ct));
        var figures = await town.RunAsync<CountInstructions, InstructionFigures>(u => u.RunAsync(centre, new(2026, 3, 1), new(2026, 3, 31), Ct));
        Assert.Equal((1, 1), (area.Open, area.Late));
        Assert.Equal(new("CountyHead", Role.CountyHead, RegionLevel.County, 2, 1, 1), Assert.Single(figures.Leaders));
        Assert.Equal(new(RegionLevel.County, 2, 1, 1), Assert.Single(figures.Levels));
        Assert.IsType<PeriodOutOfBounds>(await town.RefusedAsync<CountInstructions, InstructionFigures>(u => u.RunAsync(centre, new(2020, 1, 1), new(2026, 3, 31), Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task A_post_limited_to_categories_counts_the_instructions_on_those_and_on_no_others(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (_, id) = await watch.Town.ReportAsync();
        await GiveAsync(watch.Town, await watch.Town.AsAsync(Role.CountyHead, SmallCity.County), id);
        var category = (await watch.Town.CaseAsync(id)).Appeal.Category;

        Assert.Equal(1, Assert.Single((await FiguresAsync(category)).Leaders).Given);
        Assert.Empty((await FiguresAsync("another")).Leaders);

        async Task<InstructionFigures> FiguresAsync(string of)
        {
            var office = await watch.AppointAsync(Role.CountyCentre, SmallCity.County, of);
            return await watch.Town.RunAsync<CountInstructions, InstructionFigures>(u => u.RunAsync(office, new(2026, 3, 1), new(2026, 3, 31), Ct));
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Only_leaders_of_the_area_give_one_only_whom_it_is_for_answers_and_only_its_leader_judges(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, head) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var townHead = await town.AsAsync(Role.TownHead, SmallCity.Town);
        var given = await GiveAsync(town, head, id);

        Assert.IsType<NotForYou>(await town.RefusedAsync<GiveInstruction, InstructionId>(u => u.RunAsync(secretary, id, new("办", null, null, null, true), Ct)));
        Assert.IsType<NoSuchAppeal>(await town.RefusedAsync<GiveInstruction, InstructionId>(async u => await u.RunAsync(await town.AsAsync(Role.TownHead, "620402101000"), id, new("办", null, null, null, true), Ct)));
        Assert.IsType<NobodyToInstruct>(await town.RefusedAsync<GiveInstruction, InstructionId>(u => u.RunAsync(head, id, new("办", Guid.NewGuid(), null, null, true), Ct)));
        Assert.IsType<NotToYou>(await town.RefusedAsync<AnswerInstruction, Instruction>(u => u.RunAsync(townHead, given, "办了", Ct)));
        Assert.IsType<NotYourInstruction>(await town.RefusedAsync<AcceptInstruction, Instruction>(u => u.RunAsync(townHead, given, null, null, Ct)));
        Assert.IsType<NoSuchInstruction>(await town.RefusedAsync<AnswerInstruction, Instruction>(async u => await u.RunAsync(await town.AsAsync(Role.VillageSecretary, SmallCity.OtherVillage), given, "办了", Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task A_leader_instructs_nobody_above_who_has_no_part_in_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();

        var ofCounty = (await town.RunAsync<PrepareInstruction, InstructionPlan>(async u => await u.RunAsync(await town.AsAsync(Role.CountyHead, SmallCity.County), id, Ct))).Addressees;
        var ofTown = (await town.RunAsync<PrepareInstruction, InstructionPlan>(async u => await u.RunAsync(await town.AsAsync(Role.TownHead, SmallCity.Town), id, Ct))).Addressees;

        Assert.Equal([RegionLevel.Village, RegionLevel.Township], await LevelsAsync(town, ofCounty));
        Assert.Equal([RegionLevel.Village], await LevelsAsync(town, ofTown));
    }

    [Theory, OnBothDatabases]
    public async Task It_is_pushed_to_the_one_post_it_is_for_and_the_answer_to_the_leader(Engine engine)
    {
        await using var scene = await Notices.NoticeScene.OnAsync(engine);
        var appeal = await scene.ReportAsync();
        var (head, townHead) = (await scene.City.ViewerAsync(Role.CountyHead, SmallCity.County), await scene.City.ViewerAsync(Role.TownHead, SmallCity.Town));
        var plan = (await scene.Test.RunAsync<PrepareInstruction, Result<InstructionPlan>>(u => u.RunAsync(head, appeal, Ct))).Value;
        var to = plan.Addressees.Single(a => a.Role == Role.TownHead);

        var given = (await scene.Test.RunAsync<GiveInstruction, Result<InstructionId>>(u => u.RunAsync(head, appeal, new("请你亲自去看", null, to.Post!.Value.Value, 3, true), Ct))).Value;
        await scene.RunAsync();
        await scene.Test.RunAsync<AnswerInstruction, Result<Instruction>>(u => u.RunAsync(townHead, given, "去过了", Ct));
        await scene.RunAsync();

        Assert.Equal(townHead.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.Instructed)).Person);
        Assert.Contains(scene.Phones.OfOfficials, s => s.Text.Contains("作了批示", StringComparison.Ordinal));
        Assert.Equal(head.Person, Assert.Single(await scene.NoticesAsync(NoticeKind.InstructionAnswered)).Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Named_since_as_whom_it_is_about_its_addressee_reads_of_it_no_more(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, head) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var given = await GiveAsync(town, head, id);
        Assert.Equal(given, Assert.Single((await MineAsync()).Rows).Id);

        var lead = (await town.CaseAsync(id)).Appeal.Lead!.Value.Value;
        await town.RunAsync<NameTarget, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, lead, null, null, Ct));

        Assert.IsType<NoSuchInstruction>(await town.RefusedAsync<ReadInstruction, InstructionView>(u => u.RunAsync(secretary, given, Ct)));
        Assert.IsType<NoSuchInstruction>(await town.RefusedAsync<AnswerInstruction, Instruction>(u => u.RunAsync(secretary, given, "没有这回事", Ct)));
        Assert.Equal((0, 0), ((await MineAsync()).Rows.Count, (await MineAsync()).Open));
        Assert.Equal(given, (await town.RunAsync<ReadInstruction, InstructionView>(u => u.RunAsync(head, given, Ct))).It.Id);

        Task<InstructionPage> MineAsync() => town.Test.RunAsync<ListInstructions, InstructionPage>(u => u.RunAsync(secretary, InstructionList.ToMe, false, null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-31")]
    public async Task Found_since_to_tell_of_misconduct_it_stands_in_the_lists_of_those_alone_who_see_the_appeal(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var town = watch.Town;
        await town.BureauAsync("discipline");
        var (_, id) = await town.ReportAsync();
        var (secretary, head, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyHead, SmallCity.County), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await GiveAsync(town, head, id);
        Assert.Equal((1, 1, 1), (await OpenAsync(secretary, InstructionList.ToMe), await OpenAsync(head, InstructionList.Given), await OpenAsync(centre, InstructionList.Area)));

        await town.RunAsync<RestrictAppeal, StepDone>(u => u.RunAsync(centre, id, true, true, "反映干部", null, Ct));

        Assert.Equal((0, 0, 0), (await OpenAsync(secretary, InstructionList.ToMe), await OpenAsync(head, InstructionList.Given), await OpenAsync(centre, InstructionList.Area)));
        Assert.Empty(await town.Test.RunAsync<ListInstructions, IReadOnlyList<InstructionRow>>(u => u.RunAsync(head, id, Ct)));
        Assert.Empty((await town.ListAsync(secretary)).Page.Rows);
        Assert.Equal(1, await OpenAsync(await watch.AppointAsync(Role.Inspector, SmallCity.County), InstructionList.Area));

        async Task<int> OpenAsync(Viewer viewer, InstructionList which) =>
            await town.Test.RunAsync<ListInstructions, InstructionPage>(u => u.RunAsync(viewer, which, false, null, Ct)) is var page && page.Rows.Count == page.Open ? page.Open : -1;
    }

    private static async Task<InstructionId> GiveAsync(Town town, Viewer head, AppealId id, int? days = null, bool answerDue = true)
    {
        var lead = (await town.CaseAsync(id)).Appeal.Lead!.Value.Value;
        return await town.RunAsync<GiveInstruction, InstructionId>(u => u.RunAsync(head, id, new("请抓紧，三天内给群众答复。", lead, null, days, answerDue), Ct));
    }

    private static async Task FinishAsync(Town town, Viewer secretary, AppealId id)
    {
        await town.RunAsync<TakeAppeal, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new("冷库已加装隔音棉。", "上门协调店主", Outcome.Solved), null, Ct));
    }
}
