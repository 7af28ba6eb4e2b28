using System.Net.Http.Json;
using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>The doors behind which a step of an appeal is taken, by interface or by form. Each is knocked at with an appeal in which the role could take the step if its kind ever could.</summary>
internal sealed class StepDoors(WalkedCity city, Cases cases)
{
    private const string ByForm = "/appeals/{id:guid}/";
    private const string ByInterface = "/api/v1/appeals/{id:guid}/";
    private const string AsForm = $"{ByInterface}steps/";

    private static readonly Dictionary<string, Step> Interface = new()
    {
        ["first-contact"] = Step.Take,
        ["calls"] = Step.RecordCall,
        ["messages"] = Step.Message,
        ["notes"] = Step.Note,
        ["signature"] = Step.Sign,
        ["raisings"] = Step.Raise,
        ["acceptance"] = Step.AcceptRaised,
        ["returns"] = Step.SendBack,
        ["rulings"] = Step.Decide,
        ["results"] = Step.Finish,
        ["proofs"] = Step.ProvePromise,
        ["approvals"] = Step.PassCheck,
        ["rejections"] = Step.RejectResult,
        ["follow-ups"] = Step.FollowUp,
        ["classifications"] = Step.Reclassify,
    };

    // What every step asks for, in one: each takes its own.
    private static readonly (string Name, string Value)[] Fields =
    [
        ("call", "Reached"), ("said", "说好下午去看"), ("message", "您好，工人在路上"), ("note", "管网图在镇里"), ("reason", "管网是上面的"), ("tried", "去看过"), ("level", "1"),
        ("result", "已经疏通好了。"), ("measures", "请工人疏通"), ("outcome", "Solved"), ("proof", "按承诺换了管子"), ("kind", "Substance"), ("sentence", ""), ("categoryCode", "B1"),
    ];

    private readonly CourseCases course = new(city, cases);

    /// <summary>The step that a door is for; null where it is for another thing.</summary>
    public static Step? StepOf(RouteRow row) =>
        row.Route.StartsWith(AsForm, StringComparison.Ordinal) ? Kebab.Parse<Step>(row.Route[AsForm.Length..])
        : row.Route.StartsWith(ByInterface, StringComparison.Ordinal) ? Interface.TryGetValue(row.Route[ByInterface.Length..], out var known) ? known : null
        : row.Route.StartsWith(ByForm, StringComparison.Ordinal) && row.Form != "Open" ? Kebab.Parse<Step>(row.Route[ByForm.Length..])
        : null;

    public async Task<Knock> KnockAsync(RouteRow row, Step step, Walker who)
    {
        var it = await CaseAsync(row, step, who);
        var address = row.Route.Replace("{id:guid}", it.Appeal.Value.ToString(), StringComparison.Ordinal);
        var asked = row.Method == "GET" ? [] : await new CourseFields(city, course).OfAsync(step, it, LevelOf(who));
        return row.Method == "GET" ? new(row.Method, address)
            : row.Route.StartsWith(AsForm, StringComparison.Ordinal) ? new(row.Method, address, CourseFields.Json(asked))
            : row.Route.StartsWith(ByInterface, StringComparison.Ordinal) ? new(row.Method, address, JsonContent.Create(Body(step)))
            : new(row.Method, row.Form.Length > 0 ? $"{address}?handler={row.Form}" : address, Fields: asked.Count > 0 ? asked : [.. Fields.Where(f => (step, f.Name) is not (Step.Raise, "level") and not (Step.Finish, "categoryCode"))]);
    }

    /// <summary>For the desk's own page.</summary>
    public Task<Case> ClosedAsync(RouteRow row, Walker who) => CaseAsync(row, Step.FollowUp, who);

    // Whoever may take a step that uses the appeal up gets one of their own; the refused share one.
    private Task<Case> CaseAsync(RouteRow row, Step step, Walker who)
    {
        var level = LevelOf(who);
        var region = WalkedCity.PlaceOfFirstCall(who.Role);
        var (name, make) = step switch
        {
            Step.RecordCall when who.Role == Role.CountyCentre => ("kept", () => cases.ReceivedAsync(keep: true)),
            Step.Message when !IsOfChain(who.Role) => Led(level),
            Step.Take or Step.RecordCall or Step.Message => ($"received {region}", () => cases.ReceivedAsync(region)),
            Step.Raise => Led(Math.Min(3, level)), // there is nothing above the city
            Step.Note or Step.Reclassify or Step.Finish => Led(level),
            Step.Sign => ($"issued {level} {row.Route}", () => cases.IssuedToAsync(level)),
            Step.Decide when level > 2 => ($"to rule {level}", () => cases.ToRuleByAsync(level)),
            Step.AcceptRaised or Step.SendBack or Step.Decide => ($"raised {Math.Max(2, level)}", () => cases.RaisedToAsync(Math.Max(2, level))),
            Step.PassCheck or Step.RejectResult => ($"to check {Math.Max(2, level)}", () => cases.ToCheckByAsync(Math.Max(2, level))),
            Step.ProvePromise => ($"promised {level}", () => cases.ClosedByAsync(level, Outcome.Promised)),
            Step.FollowUp => ("closed", () => cases.ClosedByAsync(4)),
            Step.RaiseObjection => ($"dispatched {Math.Min(3, level)}", () => course.DispatchedToAsync(Math.Min(3, level))), // nobody is above the city to rule
            Step.ReportAsCo => ($"helped by {level}", () => course.HelpedAsync(level == 1 ? 2 : 1, level)),
            Step.ReportIn => ($"called for {level}", () => course.CalledForAsync(level)),
            Step.UrgeCo => ($"helped {level}", () => course.HelpedAsync(level, level == 1 ? 2 : 1)),
            Step.Whistle or Step.Visit or Step.AskExtension => Led(level),
            Step.GrantExtension or Step.RefuseExtension => ($"asked of {Math.Max(2, level)}", () => course.AskedOfAsync(Math.Max(2, level))),
            Step.ReleaseCo => ("helped late", course.HelpedLateAsync),
            Step.ActFirst => ("disputed", course.DisputedAsync),
            Step.RecordAnswer => ("referred", course.ReferredAsync),
            Step.Merge => Led(1),
            Step.JoinEvent => Led(1),
            Step.Split => ("of two matters", () => cases.ReceivedAsync(words: "楼门口的下水道堵了三天，路灯也不亮")),
            Step.Unmerge => ("merged", course.MergedAsync),
            Step.Resume => ("suspended", course.SuspendedAsync),
            Step.ConfirmInvalid or Step.KeepValid => ("doubted", course.DoubtedAsync),
            Step.AgreePurge or Step.RefusePurge => ("secret", course.SecretAsync),
            Step.SampleReopen or Step.RateHandling => ("closed by the village", () => cases.ClosedByAsync(1)),
            Step.Transfer or Step.AddCo or Step.Refer or Step.Suspend or Step.Restrict or Step.NameTarget or Step.ProposeInvalid or Step.Decline or Step.UrgeUnit => Led(1),
            _ => throw new NotSupportedException($"Say here in which appeal {step} can be taken."),
        };
        var uses = step is not (Step.Take or Step.RecordCall or Step.Message or Step.Note or Step.Sign or Step.Reclassify or Step.Visit or Step.UrgeCo or Step.RecordAnswer or Step.UrgeUnit or Step.RateHandling);
        return uses && row.Method != "GET" && !who.Elsewhere && row.Cells[who.Name] == Cell.Allowed ? make()
            : cases.SharedAsync($"{(row.Method == "GET" || uses ? "to see" : "to act")}: {name}", make);
    }

    private static int LevelOf(Walker who) => who.Role is { } role ? WalkedCity.LevelOf(role) : 1;

    private (string Name, Func<Task<Case>> Make) Led(int level) => ($"led {level}", () => cases.LedByAsync(level));

    private static bool IsOfChain(Role? role) => role <= Role.CityPoliticalLegalSecretary;

    private static object Body(Step step) => step switch
    {
        Step.RecordCall => new { outcome = "reached", said = "说好下午去看" },
        Step.Message or Step.Note => new { text = "工人在路上" },
        Step.Raise => new { reason = "管网是上面的", tried = "去看过" },
        Step.SendBack => new { reason = "先在你们那里办" },
        Step.Decide => new { level = 1, reason = "离得最近" },
        Step.Finish => new { result = "已经疏通好了。", measures = "请工人疏通", outcome = "solved" },
        Step.ProvePromise => new { proof = "按承诺换了管子" },
        Step.RejectResult => new { kind = "substance", reason = "没有真办" },
        Step.FollowUp => new { outcome = "reached", attitude = 1, speed = 1, result = 1, solved = true },
        Step.Reclassify => new { reason = "是教育的事", categoryCode = "B1" },
        _ => new { },
    };
}
