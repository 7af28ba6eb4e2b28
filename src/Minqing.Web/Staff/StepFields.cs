using Minqing.Domain.Policy;

namespace Minqing.Web.Staff;

/// <summary>One field of a step's form: its name in the form, what it is called, how it is filled in.</summary>
/// <param name="Words">For a choice, where the texts of its values stand.</param>
/// <param name="None">For a choice that can be taken back, what none of them is called.</param>
public sealed record StepField(string Name, string Label, FieldKind Kind, string? Hint = null, bool Optional = false, Type? Choice = null, string? Words = null, string? None = null);

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    Text,
    Line,
    Day,
    Moment,
    Number,
    Unit,
    Post,
    Tasks,
    Candidates,
    Category,
    Events,
    Order,
    Choice,
    YesNo,
    Tick,
    Scale,
    Rating,
    Photos,
    Shots,
}

/// <summary>The forms of the steps that need no page of their own: what is asked, in the order in which it is asked.</summary>
public static class StepFields
{
    private static readonly StepField Why = new("reason", "理由", FieldKind.Text);
    private static readonly StepField Photos = new("photos", "照片", FieldKind.Photos, Optional: true);
    private static readonly StepField Tasks = new("tasks", "请谁来、做什么、到哪天", FieldKind.Tasks, "不写日期的按规定时限");

    public static IReadOnlyList<StepField> Of(Step step) => step switch
    {
        Step.Assign => [new("unit", "由谁主办", FieldKind.Unit), Words("办理要求", optional: true), Tasks with { Label = "谁来协办", Optional = true }],
        Step.PassOn => [Why with { Label = "为什么转二级分拨" }],
        Step.Triage => [new("general", "普遍程度", FieldKind.Scale), new("urgent", "紧急程度", FieldKind.Scale), new("lawful", "合法程度", FieldKind.Scale), new("publicInterest", "公共利益", FieldKind.Scale), Words("研判意见")],
        Step.Decline => [Choice<SpecialRoute>("route", "去向", "route"), new("notice", "告知反映人", FieldKind.Text, "不另写的，就用上面选的那一条下面的话", Optional: true), Choice<SecretKind>("secret", "涉密的，申请清除", "secret") with { None = "不涉密", Hint = "只有真的涉密才选。选了以后只有少数人看得到，等另一个人同意，文字、照片、录音和地点就销毁，只留编号、时间、去向和谁定的；告知的话用固定的", Optional = true }, Why with { Label = "为什么涉密", Hint = "选了上面哪一种才要写，给同意清除的那个人看，清除时一起销毁", Optional = true }],
        Step.ProposeInvalid => [Choice<InvalidReason>("invalid", "为什么无效", "invalid"), Words("说明", "还要另一个人确认")],
        Step.KeepValid => [Words("为什么有效")],
        Step.AgreePurge => [new("sure", "确认清除", FieldKind.Tick, Words: "purge-sure")],
        Step.RefusePurge => [Words("为什么不清除")],
        Step.Restrict => [new("sensitive", "谁能看", FieldKind.YesNo, Words: "sensitive"), new("disclosure", "是不是反映干部的问题", FieldKind.YesNo, "是的只由专门单位办，别人都看不到", Optional: true, Words: "disclosure"), Why],
        Step.NameTarget => [new("unit", "反映的是哪个单位", FieldKind.Unit, "以后不会再交给它，它也看不到", Optional: true), new("post", "或者反映的是哪个岗位", FieldKind.Post, "这个岗位和它所在的单位都不再经手", Optional: true)],
        Step.Transfer => [new("unit", "改由谁办", FieldKind.Unit), Why with { Hint = "职责清单上是部门的事交给村（社区），要写清楚理由" }],
        Step.RaiseObjection => [Choice<ReturnReason>("return", "为什么不该我办", "return"), Words("依据和说明", "裁定以前限时不停；只能提一次")],
        Step.ActFirst => [new("unit", "由谁先办", FieldKind.Unit), Words("先做什么"), new("until", "到哪天", FieldKind.Day, Optional: true), Why with { Label = "为什么由村（社区）先办", Hint = "职责清单上是部门的事请村（社区）先办，要写清楚理由；村（社区）看得到", Optional = true }],
        Step.AddCo => [Tasks],
        Step.Whistle => [Tasks with { Label = "叫谁来、到哪里、做什么" }],
        Step.ReleaseCo => [new("order", "哪个单位", FieldKind.Order, "只能放行已经超时的"), Why],
        Step.UrgeCo => [new("order", "催哪个单位", FieldKind.Order, "在它到期以前催过，它拖延不算您的"), Words("要说的话", optional: true)],
        Step.ReportAsCo => [Words("做了什么"), Photos],
        Step.ReportIn => [Words("到场情况"), Photos],
        Step.Visit => [new("on", "什么时候去的", FieldKind.Moment), Line("present", "谁在场"), new("found", "看到了什么", FieldKind.Text), Photos],
        Step.Refer => [Choice<WayOut>("way", "转到哪条渠道", "way"), Line("to", "转给谁"), new("unit", "由哪个单位答复", FieldKind.Unit, "转信访、司法的不用选", Optional: true), new("notice", "告知反映人", FieldKind.Text, "反映人会看到这段话")],
        Step.RecordAnswer => [new("order", "谁答复的", FieldKind.Order, Optional: true), Words("答复内容")],
        Step.UrgeUnit => [Words("催办的话")],
        Step.AskExtension => [Choice<LimitAsked>("limit", "延哪个期限", "limit-asked") with { Optional = true }, new("days", "要延几天", FieldKind.Number, "本市时限按工作日，法定期限按自然日"), Why with { Label = "为什么办不完", Hint = "批准以前限时不变；同意以后反映人会看到这段话" }],
        Step.GrantExtension => [Words("意见", optional: true)],
        Step.RefuseExtension => [Words("为什么不同意")],
        Step.Suspend => [Choice<SuspendReason>("suspend", "为什么停", "suspend"), new("until", "停到哪天", FieldKind.Day, "到这天自己恢复计时"), Words("说明")],
        Step.Resume => [Words("说明", optional: true)],
        Step.Merge => [new("into", "和哪一件是同一件事", FieldKind.Candidates, "两件的反映人都留着自己的编号、通知和评价；随时可以分开"), new("number", "不在上面的，写那一件的受理编号", FieldKind.Line, Optional: true)],
        Step.Split => [Words("拆出去的是哪些话", "只留下另一件事的话，删掉其余的；只能用反映人自己的话"), new("categoryCode", "这件事的类别", FieldKind.Category, "按类别交给该办的单位，各办各的"), new("media", "跟着走的照片和录音", FieldKind.Shots, "勾上的只有办这件的人看得到，没勾的只有办原来那件的人看得到；录音里两件事都有", Optional: true)],
        Step.JoinEvent => [new("event", "归到哪件群发事件", FieldKind.Events, "归入以后单独统计，不算承办单位的数")],
        Step.SampleReopen => [Why with { Label = "抽查发现什么" }],
        Step.RateHandling => [new("rating", "办得怎么样", FieldKind.Rating), Words("意见", optional: true)],
        _ => [],
    };

    private static StepField Words(string label, string? hint = null, bool optional = false) => new("words", label, FieldKind.Text, hint, optional);

    private static StepField Line(string name, string label) => new(name, label, FieldKind.Line);

    private static StepField Choice<T>(string name, string label, string words)
        where T : struct, Enum => new(name, label, FieldKind.Choice, Choice: typeof(T), Words: $"staff.{words}");
}
