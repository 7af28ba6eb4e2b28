using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Intake;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>Appeals as far as they have come, brought there by the officials of the place.</summary>
internal sealed class Cases(WalkedCity city)
{
    /// <summary>Who handles at each level.</summary>
    public static readonly IReadOnlyDictionary<int, Role> Centres = new Dictionary<int, Role> { [1] = Role.VillageSecretary, [2] = Role.TownCentre, [3] = Role.CountyCentre, [4] = Role.CityCentre };

    private readonly ConcurrentDictionary<string, Lazy<Task<Case>>> shared = [];
    private int phone;

    private static CancellationToken Ct => WalkedCity.Ct;

    /// <summary>The same one each time it is asked for by this name.</summary>
    public Task<Case> SharedAsync(string name, Func<Task<Case>> make) => shared.GetOrAdd(name, _ => new(make)).Value;

    public async Task<Case> ReceivedAsync(string region = WalkedCity.Grid, bool keep = false, string words = "楼门口的下水道堵了三天", params IReadOnlyList<Guid> attachments)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"138{Interlocked.Increment(ref phone):00000000}");
        var receipt = await DoAsync<SubmitReport, Receipt>(u => u.RunAsync(
            Guid.NewGuid().ToString(), new(null, region, words, number, "王秀兰", KeepIdentity: keep, CategoryCode: "C4", Attachments: attachments), Ct));
        await using var db = city.Site.Test.NewDb();
        var report = await db.Reports.SingleAsync(r => r.Number == receipt.Number, Ct);
        return new(report.Appeal, report.Id, receipt.Number, receipt.QueryCode);
    }

    /// <summary>The unit of a level has signed for it and works on it.</summary>
    public async Task<Case> LedByAsync(int level, params IReadOnlyList<Guid> attachments)
    {
        if (level > 1)
        {
            var raised = await RaisedToAsync(level, attachments);
            await AcceptAsync(raised, level);
            return raised;
        }

        var it = await ReceivedAsync(attachments: attachments);
        await StepAsync<RecordCall>(Role.VillageSecretary, (u, v) => u.RunAsync(v, it.Appeal, CallOutcome.Reached, null, null, Ct));
        await SignAsync(it, 1);
        return it;
    }

    /// <summary>It was sent up to a level and waits there for an answer.</summary>
    public async Task<Case> RaisedToAsync(int level, params IReadOnlyList<Guid> attachments)
    {
        var it = await LedByAsync(level - 1, attachments);
        await RaiseAsync(it, level - 1);
        return it;
    }

    /// <summary>After two returns a level must rule. Village and town quarrel first, so it is the county at least.</summary>
    public async Task<Case> ToRuleByAsync(int level)
    {
        var it = await LedByAsync(level - 2);
        for (var i = 0; i < 2; i++)
        {
            await RaiseAsync(it, level - 2);
            await StepAsync<SendBack>(Centres[level - 1], (u, v) => u.RunAsync(v, it.Appeal, "先在你们那里办", null, Ct));
        }

        await RaiseAsync(it, level - 2);
        return it;
    }

    /// <summary>Handed in by the level below, or at the top by the level itself, and to be checked by this one.</summary>
    public async Task<Case> ToCheckByAsync(int level) => await FinishAsync(await LedByAsync(level - 1), level - 1, Outcome.Solved);

    /// <summary>Handed in by a level and checked: the reporter is to be asked.</summary>
    public async Task<Case> ClosedByAsync(int level, Outcome outcome = Outcome.Solved)
    {
        var it = await FinishAsync(await LedByAsync(level), level, outcome);
        await StepAsync<PassCheck>(await (level == 4 ? city.ViewerAsync(city.Colleague) : city.ViewerAsync(Centres[level + 1])), (u, v) => u.RunAsync(v, it.Appeal, null, null, Ct));
        return it;
    }

    /// <summary>The reporter was not satisfied: the same unit has it again, unsigned.</summary>
    public async Task<Case> IssuedToAsync(int level)
    {
        var it = await ClosedByAsync(level);
        await StepAsync<RecordFollowUp>(Role.FollowUpDesk, (u, v) => u.RunAsync(v, it.Appeal, null, new(CallOutcome.Reached, 4, 4, 5, false), null, Ct));
        return it;
    }

    private async Task<Case> FinishAsync(Case it, int level, Outcome outcome)
    {
        DateOnly? promised = outcome == Outcome.Promised ? DateOnly.FromDateTime(city.Site.Clock.GetUtcNow().UtcDateTime).AddDays(5) : null;
        await StepAsync<FinishAppeal>(Centres[level], (u, v) => u.RunAsync(v, it.Appeal, new("已经疏通好了。", "请工人疏通", outcome, promised), null, Ct));
        return it;
    }

    private Task SignAsync(Case it, int level) => StepAsync<SignOrder>(Centres[level], (u, v) => u.RunAsync(v, it.Appeal, null, Ct));

    private Task RaiseAsync(Case it, int level) => StepAsync<RaiseAppeal>(Centres[level], (u, v) => u.RunAsync(v, it.Appeal, "管网是上面的", "去看过", null, null, Ct));

    private Task AcceptAsync(Case it, int level) => StepAsync<AcceptRaised>(Centres[level], (u, v) => u.RunAsync(v, it.Appeal, null, Ct));

    /// <summary>The official of the place takes a step.</summary>
    public async Task StepAsync<TUseCase>(Role role, Func<TUseCase, Viewer, Task<Result<StepDone>>> step)
        where TUseCase : notnull => await StepAsync(await city.ViewerAsync(role), step);

    public Task StepAsync<TUseCase>(Viewer viewer, Func<TUseCase, Viewer, Task<Result<StepDone>>> step)
        where TUseCase : notnull => DoAsync<TUseCase, StepDone>(u => step(u, viewer));

    private async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> run)
        where TUseCase : notnull
    {
        await using var scope = city.Site.Services.CreateAsyncScope();
        var done = await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
        return done.Ok ? done.Value : throw new InvalidOperationException($"{typeof(TUseCase).Name}: {done.Problem}");
    }
}

/// <summary>An appeal with its one report.</summary>
internal sealed record Case(AppealId Appeal, ReportId Report, string Number, string Code);
