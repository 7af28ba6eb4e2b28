using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>What a step of dispatching, coordinating, time or oversight is given; empty for any other.</summary>
internal sealed class CourseFields(WalkedCity city, CourseCases course)
{
    private const int SomeOrder = 2;

    public async Task<IReadOnlyList<(string Name, string Value)>> OfAsync(Step step, Case it, int level)
    {
        var other = city.Unit(level == 1 ? 2 : 1).ToString();
        var soon = DateOnly.FromDateTime(city.Site.Clock.GetUtcNow().UtcDateTime).AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return step switch
        {
            Step.RaiseObjection => [("return", "NotMyDuty"), ("words", "管网归县里")],
            Step.ReportAsCo or Step.ReportIn => [("words", "已到现场")],
            Step.UrgeCo => [("order", await OrderAsync(it)), ("words", "请抓紧")],
            Step.Whistle => [("tasks[0].unit", other), ("tasks[0].requirement", "到现场看")],
            Step.AddCo => [("tasks[0].unit", city.Unit(2).ToString()), ("tasks[0].requirement", "出动吸污车")],
            Step.Visit => [("present", "王秀兰"), ("found", "井盖破了")],
            Step.AskExtension => [("days", "3"), ("reason", "要等配件")],
            Step.GrantExtension or Step.Resume => [("words", "同意")],
            Step.AgreePurge => [("sure", "true")],
            Step.RefuseExtension or Step.RefusePurge or Step.KeepValid or Step.UrgeUnit or Step.RecordAnswer => [("words", "请按期办好")],
            Step.Suspend => [("suspend", "SeasonOrWeather"), ("until", soon), ("words", "冻土开挖不了")],
            Step.Transfer => [("unit", city.Unit(2).ToString()), ("reason", "管网在镇里")],
            Step.ActFirst => [("unit", city.Unit(2).ToString()), ("words", "先抽水")],
            Step.ReleaseCo => [("order", await OrderAsync(it)), ("reason", "不等它了")],
            Step.Refer => [("way", "Petition"), ("to", "市信访局"), ("notice", "已转市信访局。")],
            Step.Restrict => [("sensitive", "true"), ("reason", "涉及个人")],
            Step.NameTarget => [("unit", city.Unit(2).ToString())],
            Step.ProposeInvalid => [("invalid", "Prank"), ("words", "没有这栋楼")],
            Step.ConfirmInvalid => [("words", "是的")],
            Step.Decline => [("route", "OutsideDuties"), ("notice", "请向物业反映。")],
            Step.Merge => [("into", (await course.MasterAsync()).Value.ToString())],
            Step.JoinEvent => [("event", (await EventDoors.OpenAsync(city)).Value.ToString())],
            Step.Split => [("words", "路灯也不亮"), ("categoryCode", "A3")],
            Step.SampleReopen => [("reason", "现场没有修")],
            Step.RateHandling => [("rating", "4")],
            _ => [],
        };
    }

    /// <summary>The same for the interface.</summary>
    public static JsonContent Json(IReadOnlyList<(string Name, string Value)> fields)
    {
        var body = new JsonObject();
        foreach (var (name, value) in fields)
            _ = name switch
            {
                "tasks[0].unit" => body["tasks"] = new JsonArray(new JsonObject { ["unit"] = value }),
                "tasks[0].requirement" => body["tasks"]![0]!["requirement"] = value,
                "order" or "days" or "rating" => body[name] = int.Parse(value, CultureInfo.InvariantCulture),
                "return" or "suspend" or "way" or "invalid" or "route" => body[name] = Kebab.Of(value),
                "sensitive" or "sure" => body[name] = bool.Parse(value),
                _ => body[name] = value,
            };
        return JsonContent.Create(body);
    }

    private async Task<string> OrderAsync(Case it) => ((await course.BesideAsync(it)) ?? SomeOrder).ToString(CultureInfo.InvariantCulture);
}
