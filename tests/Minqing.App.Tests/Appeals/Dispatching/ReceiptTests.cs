using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>Where a new appeal goes: straight to its department, to whoever looks at it first, or to the lowest level.</summary>
public sealed class ReceiptTests
{
    private static readonly Profile Baiyin = Profiles.Load("baiyin");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    public async Task A_departments_work_goes_straight_to_it_and_the_first_tier_still_calls(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Direct("A1"));
        var (transport, _) = await town.BureauAsync("transport");

        var (receipt, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "A1" });

        var it = await town.CaseAsync(id);
        Assert.Equal((Stage.Handling, new UnitId(transport), 3, Grade.Difficult), (it.Appeal.Stage, it.Appeal.Lead!.Value, it.Appeal.Level, it.Appeal.Grade));
        Assert.Equal(["first-call", "solve"], receipt.Promises.Select(p => p.Kind));
        Assert.Equal(TurnKind.FirstCall, Assert.Single((await town.ListAsync(await town.SecretaryAsync())).Page.Rows).Kind);
        await town.RunAsync<TakeAppeal, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    public async Task Where_no_such_department_serves_the_place_it_goes_to_the_lowest_level(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Direct("A1"));

        var (_, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "A1" });

        Assert.Equal(1, (await town.CaseAsync(id)).Appeal.Level);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task What_is_looked_at_first_is_called_about_all_the_same_and_its_limit_begins_with_the_dispatch(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Screened);
        var (city, _) = await town.BureauAsync("city-management");
        var (receipt, id) = await town.ReportAsync();
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);

        Assert.Equal(["first-call", "assign"], receipt.Promises.Select(p => p.Kind));
        Assert.Equal((Stage.Screening, (UnitId?)null), ((await town.CaseAsync(id)).Appeal.Stage, (await town.CaseAsync(id)).Appeal.Lead));
        Assert.Equal(TurnKind.Assign, Assert.Single((await town.ListAsync(centre)).Page.Rows).Kind);
        await town.RunAsync<RecordCall, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<AssignAppeal, StepDone>(u => u.RunAsync(centre, id, new(city, "三天内降噪"), null, Ct));

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((Stage.Handling, new UnitId(city)), (appeal.Stage, appeal.Lead!.Value));
        Assert.True(appeal.Clocks.Single(c => c.Kind == ClockKind.Dispatch).MetAt is not null);
        Assert.True(appeal.Clocks.Single(c => c.Kind == ClockKind.Handle).StartAt > receipt.Promises[0].DueAt.AddMinutes(-30));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    public async Task What_the_list_sends_straight_is_not_looked_at_first(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Direct("A1") with { Screening = Screened.Screening, Flow = Screened.Flow, Limits = Screened.Limits });
        await town.BureauAsync("transport");

        var (_, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "A1" });

        Assert.Equal(Stage.Handling, (await town.CaseAsync(id)).Appeal.Stage);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task Two_who_assign_at_once_make_one_lead(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, Screened);
        var ((one, _), (two, _)) = (await town.BureauAsync("city-management"), await town.BureauAsync("transport"));
        var (_, id) = await town.ReportAsync();
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);

        var results = await Task.WhenAll(new[] { one, two }.Select(unit => town.Test.RunAsync<AssignAppeal, Result<StepDone>>(u => u.RunAsync(centre, id, new(unit, null), null, Ct))));

        Assert.Single(results, r => r.Ok);
        Assert.Single((await town.CaseAsync(id)).Appeal.Orders);
    }

    internal static Profile Direct(string category) =>
        Baiyin with { Duties = Baiyin.Duties with { Duties = [.. Baiyin.Duties.Duties.Select(d => d with { Direct = d.Categories.Contains(category) })] } };

    /// <summary>The same, where a step is open before the dispatch too.</summary>
    internal static Profile ScreenedWith(Step step) => Screened with { Flow = [.. Screened.Flow.Select(f => f.Step == step ? f with { In = [Stage.Screening, .. f.In] } : f)] };

    internal static Profile Screened => Baiyin with
    {
        Screening = new(new(UnitKind.GovernanceCentre, RegionLevel.Township, null), null, []),
        Flow =
        [
            .. Baiyin.Flow.Select(f => f.In.Contains(Stage.Handling) && f.Step is Step.Take or Step.RecordCall or Step.Message or Step.ProposeInvalid or Step.ConfirmInvalid or Step.Decline ? f with { In = [Stage.Screening, .. f.In] } : f),
            new(Step.Assign, [Stage.Screening], Relation.Screener, [Role.TownCentre]),
        ],
        Limits = [.. Baiyin.Limits, new("dispatch", ClockKind.Dispatch, new(1, Measure.WorkingDays))],
    };
}
