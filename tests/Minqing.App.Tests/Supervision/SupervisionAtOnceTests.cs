using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Events;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Every step of an instruction, a docket and a mass event is taken by two at the same moment (H-31): one is first, the other is told how it stands, and nothing is written twice.</summary>
[Trait("Spec", "H-31")]
public sealed class SupervisionAtOnceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-02")]
    public async Task Of_two_at_an_instruction_one_is_first(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, police, head) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var lead = (await town.CaseAsync(id)).Appeal.Lead!.Value.Value;
        var given = await town.RunAsync<GiveInstruction, InstructionId>(u => u.RunAsync(head, id, new("请抓紧", lead, null, null, AnswerDue: true), Ct));
        Both both = new(town, given.Value);

        Func<Task<Problem?>> Read(Viewer who) => both.Of<AcknowledgeInstruction, Instruction>(u => u.RunAsync(who, given, Ct));
        Func<Task<Problem?>> Answer(Viewer who) => both.Of<AnswerInstruction, Instruction>(u => u.RunAsync(who, given, $"{who.Posts[0].Role}去过了", Ct));
        var back = both.Of<SendBackInstruction, Instruction>(u => u.RunAsync(head, given, "没说什么时候好", Ct));
        var accept = both.Of<AcceptInstruction, Instruction>(u => u.RunAsync(head, given, null, null, Ct));

        Assert.IsType<InstructionPast>(await both.OneOfAsync(Read(secretary), Read(police)));
        Assert.Equal(new InstructionPast(InstructionState.Answered), await both.OneOfAsync(Answer(secretary), Answer(police)));
        await both.OneOfAsync(back, back);
        await both.OneOfAsync(Answer(police), Answer(secretary));
        await both.OneOfAsync(accept, back);
        if ((await StateAsync()).State != InstructionState.Done)
        {
            await both.OneOfAsync(Answer(police), Answer(secretary));
            await both.OneOfAsync(accept, accept);
        }

        Assert.Equal((InstructionState.Done, null), ((await StateAsync()).State, (await StateAsync()).MissedAt));
        await town.SoundAsync();

        async Task<Instruction> StateAsync()
        {
            await using var db = town.Test.NewDb();
            return await db.Instructions.AsNoTracking().SingleAsync(i => i.Id == given, Ct);
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    [Trait("Spec", "S-06")]
    public async Task Of_two_at_a_docket_one_is_first_and_of_two_who_set_tasks_each_sets_one(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (receipt, appeal) = await watch.Town.ReportAsync();
        var (county, second, secretary, police) = (await watch.CountyAsync(), await watch.AppointAsync(Role.CountyPoliticalLegalSecretary, SmallCity.County), await watch.Town.SecretaryAsync(), await watch.Town.AsAsync(Role.VillagePolice, SmallCity.Village));
        var project = await watch.OpenAsync(county, DocketKind.Governance, new() { Category = (await watch.Town.CaseAsync(appeal)).Appeal.Category, Appeals = receipt.Number });
        Both both = new(watch.Town, project.Id.Value);

        Func<Task<Problem?>> Step(Viewer who, DocketStep step, DocketForm? form = null) =>
            both.Of<TakeDocketStep, Docket>(u => u.RunAsync(who, project.Id, step, (form ?? new()) with { Words = $"{who.Posts[0].Role}写的" }, Ct));
        DocketForm confirmed = new() { Post = secretary.Posts[0].Id.Value, Until = watch.Day(30) }, wanted = new() { Unit = secretary.Posts[0].Unit.Value, Until = watch.Day(9) };

        Assert.Equal(new DocketStepNotPossible(DocketStep.Confirm, DocketState.Open), await both.OneOfAsync(Step(county, DocketStep.Confirm, confirmed), Step(second, DocketStep.Confirm, confirmed)));
        await both.BothOfAsync(Step(county, DocketStep.SetTask, wanted), Step(secretary, DocketStep.SetTask, wanted));
        foreach (var task in new[] { 1, 2 })
        {
            await both.OneOfAsync(Step(secretary, DocketStep.Answer, new() { Task = task }), Step(police, DocketStep.Answer, new() { Task = task }));
            await both.OneOfAsync(Step(county, DocketStep.AcceptTask, new() { Task = task }), Step(county, DocketStep.AcceptTask, new() { Task = task }));
        }

        await watch.TakeAsync(secretary, project, DocketStep.FindCause);
        Assert.Equal(new DocketStepNotPossible(DocketStep.Submit, DocketState.Submitted), await both.OneOfAsync(Step(secretary, DocketStep.Submit), Step(secretary, DocketStep.Submit)));
        await both.OneOfAsync(Step(county, DocketStep.StrikeOff), Step(second, DocketStep.SendBack));

        await using var db = watch.Town.Test.NewDb();
        Assert.Equal([1, 2], (await db.Dockets.AsNoTracking().SingleAsync(d => d.Id == project.Id, Ct)).Tasks.Select(t => t.No).Order());
        await watch.Town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-29")]
    public async Task Of_two_at_a_mass_event_one_closes_it_and_each_reporter_is_asked_once(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, town2, desk) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.FollowUpDesk, SmallCity.County));
        var (_, appeal) = await town.ReportAsync();
        var (named, other) = (await OpenAsync("大风停电"), await OpenAsync("还是停电"));
        Both joining = new(town, appeal.Value), both = new(town, named.Value);

        await joining.OneOfAsync(joining.Of<JoinEvent, App.Appeals.StepDone>(u => u.RunAsync(county, appeal, named, null, Ct)), joining.Of<JoinEvent, App.Appeals.StepDone>(u => u.RunAsync(county, appeal, named, null, Ct)));
        await both.BothOfAsync(both.Of<AnswerEvent, MassEventId>(u => u.RunAsync(county, named, "正在抢修", Ct)), both.Of<AnswerEvent, MassEventId>(u => u.RunAsync(county, named, "九点恢复", Ct)));
        var close = both.Of<CloseEvent, MassEventId>(u => u.RunAsync(county, named, "九点恢复供电", Outcome.Solved, Ct));
        Assert.IsType<EventOver>(await both.OneOfAsync(close, close));
        Both ending = new(town, other.Value);
        await ending.OneOfAsync(ending.Of<EndEvent, MassEventId>(u => u.RunAsync(county, other, Ct)), ending.Of<CloseEvent, MassEventId>(u => u.RunAsync(county, other, "来电了", Outcome.Solved, Ct)));
        await DrainAsync();
        var ask = both.Of<AskEvent, Done>(u => u.RunAsync(desk, named, Ct));
        await Task.WhenAll(Task.Run(ask, Ct), Task.Run(ask, Ct));
        await DrainAsync();

        await using var db = town.Test.NewDb();
        Assert.Equal(1, await db.Journal.CountAsync(j => j.SubjectId == appeal.Value && j.Step == Appeal.AskedByLinkStep, Ct));
        Assert.Equal(2, (await db.MassEvents.AsNoTracking().SingleAsync(e => e.Id == named, Ct)).Answers - 1);
        await town.SoundAsync();

        Task<MassEventId> OpenAsync(string name) => town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, name, SmallCity.Village, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));

        async Task DrainAsync()
        {
            for (var i = 0; i < 3; i++)
                await Notices.Outbox.DrainAsync(town.Test);
        }
    }

    /// <summary>Two who act on one thing at the same moment, and its journal.</summary>
    private sealed record Both(Town Town, Guid Subject)
    {
        public Func<Task<Problem?>> Of<TUseCase, T>(Func<TUseCase, Task<Result<T>>> run)
            where TUseCase : notnull => async () => (await Town.Test.RunAsync(run)).Problem;

        /// <summary>What the other is told.</summary>
        public async Task<Problem> OneOfAsync(params Func<Task<Problem?>>[] two) => Assert.Single(await AtOnceAsync(1, two));

        public async Task BothOfAsync(params Func<Task<Problem?>>[] two) => Assert.Empty(await AtOnceAsync(2, two));

        private async Task<IReadOnlyList<Problem>> AtOnceAsync(int done, Func<Task<Problem?>>[] two)
        {
            var before = await EntriesAsync();
            var said = await Task.WhenAll(two.Select(one => Task.Run(one, Ct)));
            Assert.Equal(before + done, await EntriesAsync());
            return [.. said.OfType<Problem>()];
        }

        private async Task<int> EntriesAsync()
        {
            await using var db = Town.Test.NewDb();
            return await db.Journal.CountAsync(j => j.SubjectId == Subject, Ct);
        }
    }
}
