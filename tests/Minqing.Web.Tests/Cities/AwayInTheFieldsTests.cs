using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>会宁 草滩镇: the grid leader is in the fields, the stand-in answers; two pranks are found out by two people (March 2026).</summary>
[Trait("Spec", "P-21")]
public sealed class AwayInTheFieldsTests : IAsyncDisposable
{
    private CityDays days = null!;

    private DemoOfficial Leader => days.City.Of(Role.GridLeader, "麦李家村");

    private DemoOfficial StandIn => days.City.Of(Role.GridOfficer, "麦李家村");

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "麦李家村");

    private DemoOfficial Town => days.City.Of(Role.TownCentre, "草滩镇");

    private DemoOfficial County => days.City.Of(Role.CountyCentre);

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-06")]
    public async Task The_grid_leader_sows_and_does_not_answer_and_the_stand_in_does(Engine engine)
    {
        days = await CityDays.OnAsync("huining", engine, "2026-03-23 07:30", "草滩镇");
        var before = await CityCase.ReportAsync(days, "麦李家村", "C4", "两家为水渠吵起来了", "13900000051");
        Assert.Equal([Leader.Name, Secretary.Name], (await days.SmsAsync()).About("请在08:00前回电").Select(s => s.To!.Name).OrderBy(n => n == Secretary.Name));
        await days.UntilAsync("2026-03-23 08:01");
        var late = await days.SmsAsync();
        Assert.Equal((Role.TownCommissioner, "2026-03-23 08:00"), (Assert.Single(late.About("还没有人回电")).To!.Role, late.About("还没有人回电").When()));
        Assert.Contains("我们正在催", await before.NowAsync(), StringComparison.Ordinal);

        await days.Callers.PostAsync(Leader, $"posts/{Leader.Post.Value}/absences", new { person = StandIn.Person.Value, from = "2026-03-23", to = "2026-03-27" });
        await days.UntilAsync("2026-03-23 08:10");
        await AnswerAsync(before, StandIn);
        Assert.Contains("网格长给您打了电话", await before.ToldAsync(), StringComparison.Ordinal);
        Assert.Contains($"{StandIn.Name} · 代{Leader.Name}", await days.Callers.PageAsync(Town, $"/appeals/{before.Appeal}"), StringComparison.Ordinal);

        await days.UntilAsync("2026-03-24 06:30");
        Assert.Empty((await days.SmsAsync()).About("还没有人回电")); // answered: nobody above is warned any more
        var it = await CityCase.ReportAsync(days, "麦李家村", "C4", "渠又叫人挖断了", "13900000052");
        Assert.Equal(["first-call 2026-03-24 07:30", "solve 2026-03-27 23:59"], it.Promises); // the duty begins at 7:00
        var told = (await days.SmsAsync()).About("回电").Select(s => s.To!.Name).ToList();
        Assert.Equal([StandIn.Name, Secretary.Name], told.OrderBy(n => n == Secretary.Name));

        await days.UntilAsync("2026-03-24 07:10");
        await AnswerAsync(it, StandIn);
        Assert.Equal("taken-already", await it.RefusedAsync(Secretary, "first-contact"));

        await days.UntilAsync("2026-03-30 08:00"); // the absence is over
        Assert.Equal("no-such-appeal", await it.RefusedAsync(days.City.Of(Role.GridOfficer, "殿坪村"), "first-contact"));
        await days.SmsAsync();
        await CityCase.ReportAsync(days, "麦李家村", "C4", "渠修好了，谢谢", "13900000053");
        Assert.Contains(Leader.Name, (await days.SmsAsync()).About("回电").Select(s => s.To!.Name));
        await days.EndAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-31")]
    public async Task Two_pranks_are_marked_invalid_by_two_people_each(Engine engine)
    {
        days = await CityDays.OnAsync("huining", engine, "2026-03-25 16:00", "草滩镇");
        var (one, other) = (await CityCase.ReportAsync(days, "孔家寨子村", "C4", "外星人来村里了哈哈哈", "13900000054"), await CityCase.ReportAsync(days, "孔家寨子村", "C4", "奥特曼快来打怪兽", "13900000054"));
        var leader = days.City.Of(Role.GridLeader, "孔家寨子村");
        await days.SmsAsync();

        await days.UntilAsync("2026-03-25 16:10");
        await one.DoAsync(leader, "steps/propose-invalid", new { invalid = "prank", words = "打电话是两个学生闹着玩" });
        Assert.Equal("step-not-yours", await one.RefusedAsync(leader, "steps/confirm-invalid"));
        Assert.Equal("invalid", await one.DoAsync(Town, "steps/confirm-invalid"));
        await other.DoAsync(Town, "steps/propose-invalid", new { invalid = "prank", words = "同一个号码，同一天" });
        Assert.Equal("second-person-needed", await other.RefusedAsync(Town, "steps/confirm-invalid"));
        Assert.Equal("invalid", await other.DoAsync(County, "steps/confirm-invalid"));

        Assert.Equal("这份反映没有办，原因写在下面", await one.NowAsync());
        Assert.Contains("没有办：经两个人核实，不是真的", await other.ToldAsync(), StringComparison.Ordinal);
        Assert.Equal("反映人 2", (await days.SmsAsync()).About("没有受理").Who());
        await days.UntilAsync("2026-03-26 12:00");
        Assert.Empty(await days.SmsAsync()); // nobody is asked to call any more
        Assert.Equal(0, (await days.Callers.GetAsync(days.City.Of(Role.CountyHead), "watch")).GetProperty("uncalled").GetInt32());
    }

    private static async Task AnswerAsync(CityCase it, DemoOfficial who)
    {
        Assert.Contains("take", await OpenOfReportAsync(it, who));
        await it.DoAsync(who, "first-contact");
        await it.DoAsync(who, "calls", new { outcome = "reached", said = "马上去渠上看" });
    }

    private static async Task<IEnumerable<string?>> OpenOfReportAsync(CityCase it, DemoOfficial who) =>
        (await it.ReadAsync(who)).GetProperty("reports")[0].GetProperty("open").EnumerateArray().Select(s => s.GetString());
}
