using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Intake;
using Minqing.App.Running;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class IntakeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    public async Task A_retry_key_lives_seven_days(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var first = await SendAsync(town, "路灯坏了");

        await ForgetAsync(town, TimeSpan.FromDays(6.9));
        var again = await SendAsync(town, "路灯坏了");
        await ForgetAsync(town, TimeSpan.FromDays(0.2));
        var other = await SendAsync(town, "水管漏了");

        Assert.Equal((first.Number, false), (again.Number, first.Number == other.Number));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-01")]
    public async Task Where_only_the_township_is_known_the_township_has_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync(new(null, SmallCity.Town, "路上有个坑", "13800001234"));

        var commissioner = await town.AsAsync(Role.TownCommissioner, SmallCity.Town);
        var it = await town.CaseAsync(appeal);

        Assert.Equal(2, it.Appeal.Level);
        Assert.Contains((await town.ListAsync(commissioner)).Page.Rows, r => r.Appeal == appeal && r.Kind == TurnKind.FirstCall);
    }

    [Theory]
    [OnBothDatabases(null, "小区的自来水浑浊，水压也小", "A2", "A2")]
    [OnBothDatabases("C3", "小区的自来水浑浊，水压也小", "C3", "A2")]
    [OnBothDatabases(null, "请你们来看一看", "C4", null)]
    [Trait("Spec", "I-11")]
    public async Task The_words_choose_the_category_where_nobody_did(Engine engine, string? chosen, string words, string taken, string? suggested)
    {
        await using var town = await Town.OnAsync(engine);

        var (_, appeal) = await town.ReportAsync(Town.Noise() with { Text = words, CategoryCode = chosen });

        var it = await town.CaseAsync(appeal);
        Assert.Equal((taken, taken, suggested), (it.Appeal.Category, it.Main.Category, it.Main.Suggested));
    }

    private static async Task<Receipt> SendAsync(Town town, string text) =>
        await town.RunAsync<SubmitReport, Receipt>(u => u.RunAsync("one-key", Town.Noise() with { Text = text }, Ct));

    private static async Task ForgetAsync(Town town, TimeSpan after)
    {
        town.Pass(after);
        await town.Test.Services.GetRequiredService<SweepOutbox>().OnceAsync(Ct);
    }
}
