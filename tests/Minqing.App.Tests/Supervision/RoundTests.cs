using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Timing;
using Minqing.App.Policy;
using Minqing.App.Running;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Supervision.Rounds;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

[Trait("Spec", "S-03")]
public sealed class RoundTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z")] // Monday 08:00 in China
    [InlineData("2026-03-01T23:59:59Z", "2026-02-23T00:00:00Z")]
    [InlineData("2026-03-08T23:00:00Z", "2026-03-02T00:00:00Z")] // Monday already there, but not yet eight
    public void The_last_time_of_a_week_is_the_local_hour_of_its_day(string now, string latest) =>
        Assert.Equal(At(latest), new Weekly(DayOfWeek.Monday, 8).Latest(At(now)));

    [Fact]
    public void What_falls_on_a_holiday_waits_for_the_next_working_day_and_two_weeks_make_one_list()
    {
        // Thursday 1 October to Thursday 8 October.
        var (calendar, weekly) = (new WorkCalendar([2026], [.. Enumerable.Range(1, 8).Select(d => new CalendarDay(new(2026, 10, d), DayKind.Holiday, "国庆节"))]), new Weekly(DayOfWeek.Thursday, 8));
        var (before, after) = (At("2026-09-24T00:00:00Z"), At("2026-10-09T00:00:00Z"));
        Assert.Equal((before, after), (weekly.Latest(At("2026-10-01T00:00:00Z"), calendar), weekly.Next(At("2026-10-01T00:00:00Z"), calendar)));
        Assert.Equal((before, after), (weekly.Latest(At("2026-10-08T23:59:59Z"), calendar), weekly.Next(At("2026-10-08T23:59:59Z"), calendar)));
        Assert.Equal((after, At("2026-10-15T00:00:00Z")), (weekly.Latest(after, calendar), weekly.Next(after, calendar)));
        Assert.Equal(after, weekly.Latest(At("2026-10-14T23:59:59Z"), calendar));
    }

    [Theory, OnBothDatabases]
    public async Task On_a_holiday_there_is_no_list_and_nobody_is_told(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var schedule = town.Test.Services.GetRequiredService<RunSchedule>();
        await ToAsync(new(2026, 4, 5, 9, 0, 0));
        var before = (await RoundsAsync(town)).Count;

        await ToAsync(new(2026, 4, 6, 20, 0, 0)); // Monday, off for 清明节
        Assert.Equal(before, (await RoundsAsync(town)).Count);
        await ToAsync(new(2026, 4, 7, 9, 0, 0));

        Assert.Contains(At("2026-04-07T00:00:00Z"), (await RoundsAsync(town)).Select(r => r.Slot));

        async Task ToAsync(DateTime local)
        {
            town.Test.Clock.MoveTo(new(local, TimeSpan.FromHours(8)));
            await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
            await schedule.AllDueAsync(Ct);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Each_week_the_county_gets_its_list_once_however_many_processes_and_however_the_clock_jumps(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        await town.ReportAsync(Town.Noise() with { Intent = Intent.Disclosure }); // no leader reads it, so it does not count either
        await using var other = town.Elsewhere();
        RunSchedule[] both = [town.Test.Services.GetRequiredService<RunSchedule>(), other.GetRequiredService<RunSchedule>()];
        await PassAsync(town, TimeSpan.FromDays(20));

        await Task.WhenAll(both.Select(b => Task.Run(() => b.AllDueAsync(Ct), Ct)));
        await Task.WhenAll(both.Select(b => b.AllDueAsync(Ct)));
        var first = await RoundsAsync(town);
        await PassAsync(town, TimeSpan.FromDays(7));
        await Task.WhenAll(both.Select(b => Task.Run(() => b.AllDueAsync(Ct), Ct)));

        var round = Assert.Single(first);
        Assert.Equal((At("2026-03-16T00:00:00Z"), RegionLevel.County), (round.Slot, round.Level));
        Assert.Equal((id, RoundCause.Watched), (Assert.Single(round.Items).Appeal, round.Items[0].Cause));
        Assert.Equal(2, (await RoundsAsync(town)).Count);
        await using var db = town.Test.NewDb();
        var told = await db.Notices.Where(n => n.Kind == NoticeKind.WeeklyRound).Select(n => n.Person).ToListAsync(Ct);
        var (head, secretary) = (await town.AsAsync(Role.CountyHead, SmallCity.County), await town.AsAsync(Role.CountyPoliticalLegalSecretary, SmallCity.County));
        Assert.Equal(new[] { head.Person, head.Person, secretary.Person, secretary.Person }.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))), told.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))));
    }

    [Theory, OnBothDatabases]
    public async Task What_stays_unsolved_for_long_is_listed_though_its_limit_stands_still(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, id), secretary) = (await town.ReportAsync(), await town.SecretaryAsync());
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<SuspendAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, SuspendReason.SeasonOrWeather, new(2026, 5, 1), "冻土开挖不了", null, Ct));
        var schedule = town.Test.Services.GetRequiredService<RunSchedule>();

        await PassAsync(town, TimeSpan.FromDays(14)); // Monday 16 March, fourteen days on
        await schedule.AllDueAsync(Ct);
        var before = await RoundsAsync(town);
        await PassAsync(town, TimeSpan.FromDays(7));
        await schedule.AllDueAsync(Ct);

        Assert.Empty(before);
        var item = Assert.Single(Assert.Single(await RoundsAsync(town)).Items);
        Assert.Equal((id, RoundCause.LongUnsolved, Concern.None), (item.Appeal, item.Cause, item.Concerns));
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_leaders_post_is_vacant_the_list_is_made_and_whoever_tracks_instructions_there_is_told(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var (centre, secretary) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.CountyPoliticalLegalSecretary, SmallCity.County));
        await using (var db = town.Test.NewDb())
        {
            await db.Posts.Where(p => p.Role == Role.CountyHead || p.Role == Role.CountyPoliticalLegalSecretary).ExecuteUpdateAsync(set => set.SetProperty(p => p.Holder, (PersonId?)null), Ct);
        }

        await PassAsync(town, TimeSpan.FromDays(20));
        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);

        Assert.Single((await RoundsAsync(town)), r => r.Level == RegionLevel.County);
        Assert.Contains(centre.Person, await ToldAsync(town));
        Assert.DoesNotContain(secretary.Person, await ToldAsync(town));
    }

    [Theory, OnBothDatabases]
    public async Task A_leader_limited_to_categories_is_told_of_theirs_and_reads_those_alone(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var town = watch.Town;
        var (_, noise) = await town.ReportAsync();
        await town.ReportAsync(Town.Noise("13800009999") with { CategoryCode = "C1" });
        var category = (await town.CaseAsync(noise)).Appeal.Category;
        var (some, none) = (await watch.AppointAsync(Role.CountyHead, SmallCity.County, category), await watch.AppointAsync(Role.CountyHead, SmallCity.County, "another"));
        await PassAsync(town, TimeSpan.FromDays(20));
        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);

        await using var db = town.Test.NewDb();
        Assert.EndsWith("，1 件", await db.Notices.Where(n => n.Kind == NoticeKind.WeeklyRound && n.Person == some.Person).Select(n => n.Address).SingleAsync(Ct), StringComparison.Ordinal);
        Assert.DoesNotContain(none.Person, await ToldAsync(town));
        var read = await town.RunAsync<ReadRounds, RoundsView>(u => u.RunAsync(some, null, Ct));
        Assert.Equal((noise, 1), (Assert.Single(read.Rows).Appeal, read.Round!.Items));
    }

    private static async Task<IReadOnlyList<PersonId>> ToldAsync(Town town)
    {
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == NoticeKind.WeeklyRound).Select(n => n.Person).ToListAsync(Ct);
    }

    [Fact]
    public void The_last_time_of_a_day_is_its_local_hour_and_the_next_is_a_day_later()
    {
        var daily = new Weekly(null, 9);
        Assert.Equal((At("2026-03-07T01:00:00Z"), At("2026-03-08T01:00:00Z")), (daily.Latest(At("2026-03-08T00:59:59Z")), daily.Next(At("2026-03-08T00:59:59Z"))));
        Assert.Equal(At("2026-03-08T01:00:00Z"), daily.Latest(At("2026-03-08T01:00:00Z")));
    }

    [Theory, OnBothDatabases]
    public async Task A_list_of_every_working_day_comes_on_those_and_beside_the_week_s(Engine engine)
    {
        var rules = Profiles.Load("baiyin");
        await using var town = await Town.OnAsync(engine, rules with { Rounds = [.. rules.Rounds, new(RegionLevel.County, [Role.CountyHead], new(null, 9), 15, null, 7)] });
        await town.ReportAsync();
        await PassAsync(town, TimeSpan.FromDays(20)); // to Sunday 22 March
        var schedule = town.Test.Services.GetRequiredService<RunSchedule>();
        List<DateTime> before = [.. (await AllAsync()).Select(r => r.Slot)];

        for (var day = 0; day < 3; day++)
        {
            await PassAsync(town, TimeSpan.FromDays(1)); // Monday, Tuesday, Wednesday
            await AllAsync();
        }

        Assert.Equal([At("2026-03-16T00:00:00Z")], before); // the week's alone: nobody is at work on a Sunday
        Assert.Equal([At("2026-03-16T00:00:00Z"), At("2026-03-23T00:00:00Z"), At("2026-03-23T01:00:00Z"), At("2026-03-24T01:00:00Z"), At("2026-03-25T01:00:00Z")], (await RoundsAsync(town)).Select(r => r.Slot).Order());

        async Task<IReadOnlyList<WeeklyRound>> AllAsync()
        {
            await schedule.AllDueAsync(Ct);
            return await RoundsAsync(town);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_city_gets_what_the_county_instructed_on_without_effect(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (_, untouched) = await town.ReportAsync(Town.Noise("13800001235"));
        var (county, city) = (await town.AsAsync(Role.CountyHead, SmallCity.County), await town.AsAsync(Role.CityPoliticalLegalSecretary, SmallCity.City));
        var lead = (await town.CaseAsync(id)).Appeal.Lead!.Value.Value;
        await town.RunAsync<GiveInstruction, InstructionId>(u => u.RunAsync(county, id, new("请抓紧", lead, null, null, true), Ct));

        town.Pass(TimeSpan.FromDays(10));
        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);
        var before = await town.RunAsync<ReadRounds, RoundsView>(u => u.RunAsync(city, null, Ct));
        await town.RunAsync<GiveInstruction, InstructionId>(u => u.RunAsync(city, id, new("请督促", lead, null, null, true), Ct));
        var after = await town.RunAsync<ReadRounds, RoundsView>(u => u.RunAsync(city, before.Round!.Id, Ct));

        Assert.Equal((RegionLevel.City, RegionLevel.County), (before.Round!.Level, before.Round.After!.Value));
        var row = Assert.Single(before.Rows);
        Assert.Equal((id, RoundCause.WithoutEffect, false), (row.Appeal, row.Cause, row.Instructed));
        Assert.True(Assert.Single(after.Rows).Instructed);
        Assert.NotEqual(untouched, row.Appeal);
        Assert.IsType<NoSuchRound>(await town.RefusedAsync<ReadRounds, RoundsView>(u => u.RunAsync(county, before.Round.Id, Ct)));
        Assert.IsType<NotForYou>(await town.RefusedAsync<ReadRounds, RoundsView>(async u => await u.RunAsync(await town.SecretaryAsync(), null, Ct)));
    }

    private static async Task PassAsync(Town town, TimeSpan time)
    {
        town.Pass(time);
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
    }

    private static async Task<IReadOnlyList<WeeklyRound>> RoundsAsync(Town town)
    {
        await using var db = town.Test.NewDb();
        return await db.WeeklyRounds.AsNoTracking().Where(r => r.Level == RegionLevel.County).OrderBy(r => r.Slot).ToListAsync(Ct);
    }

    private static DateTime At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
