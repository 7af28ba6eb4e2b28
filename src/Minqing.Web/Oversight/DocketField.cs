using Minqing.Domain.Supervision;

namespace Minqing.Web.Oversight;

/// <summary>One field of a form about a docket.</summary>
/// <param name="Words">For a choice, where the texts of its values stand.</param>
public sealed record DocketField(string Name, string Label, DocketInput Input, string? Hint = null, bool Optional = false, Type? Choice = null, string? Words = null);

/// <summary>How it is filled in.</summary>
public enum DocketInput
{
    Text,
    Line,
    Day,
    Moment,
    Unit,
    Post,
    Task,
    Category,
    Region,
    Choice,
    Photos,
    Rating,
}

/// <summary>What is asked to open a docket of each kind, and for each step.</summary>
public static class DocketFields
{
    private static readonly DocketField Words = new("words", "说明", DocketInput.Text);
    private static readonly DocketField Appeals = new("appeals", "哪些件", DocketInput.Line, "写反映编号，几件之间空一格；编号在事项页面上");
    private static readonly DocketField Unit = new("unit", "哪个单位", DocketInput.Unit);
    private static readonly DocketField Post = new("post", "由哪个岗位负责", DocketInput.Post);
    private static readonly DocketField Until = new("until", "到哪天", DocketInput.Day);
    private static readonly DocketField Task = new("task", "哪一项", DocketInput.Task);
    private static readonly DocketField Photos = new("evidence", "照片", DocketInput.Photos, Optional: true);
    private static readonly DocketField Present = new("present", "谁在场", DocketInput.Line);
    private static readonly DocketField[] Rating = [new("rating", "对列进来的事的办理，您满意吗", DocketInput.Rating, Optional: true), new("ratingWords", "对办理说一句", DocketInput.Line, "打了分才写；和反映人的评价分开放，不会平均到一起", Optional: true)];
    private static readonly DocketField Region = new("region", "哪个地方", DocketInput.Region, "不选就是第一件所在的地方，或者您任职的地方", Optional: true);

    public static IReadOnlyList<DocketField> Of(DocketKind kind) =>
    [
        new("title", "叫什么", DocketInput.Line),
        .. kind switch
        {
            DocketKind.KeyMatter => (DocketField[])[Appeals, Words with { Label = "为什么重点督办" }, Post, Until, Region],
            DocketKind.Governance => [new("category", "哪一类", DocketInput.Category), Words with { Label = "为什么要专项治理" }, Appeals with { Optional = true }, Region],
            DocketKind.Accountability => [Appeals with { Label = "哪一件", Hint = "写一个反映编号" }, new("origin", "从哪里发现的", DocketInput.Choice, Choice: typeof(DocketOrigin), Words: "docket.origin"), Words with { Label = "发现了什么" }],
            DocketKind.Advice => [Unit with { Label = "向哪个单位提" }, Words with { Label = "建议" }, Appeals with { Label = "关于哪些件", Optional = true }, Region],
            DocketKind.Questioning => [Words with { Label = "询问的题目和安排" }, Appeals with { Optional = true }, Region],
            DocketKind.Inspection => [Appeals, Words with { Label = "为什么发清单" }],
            DocketKind.Veto =>
            [
                Appeals with { Label = "因为哪些件" }, Unit with { Label = "否决哪个单位", Hint = "没有要找的单位：先写上面的件再提交一次，就列出那里的单位" },
                new("ground", "造成了什么", DocketInput.Choice, Choice: typeof(VetoGround), Words: "docket.ground"),
                new("on", "什么时候的事", DocketInput.Moment, "否决的是那一年的评优；不写就是今年", Optional: true),
                Words with { Label = "事实和证明" }, Until with { Label = "单位可以申辩到哪天" },
            ],
            DocketKind.Meeting => [Appeals with { Hint = "至少两件，写反映编号，中间空一格" }, Words with { Label = "要商量什么" }],
        },
    ];

    /// <summary>What a step asks in a docket of a kind: whoever listed a matter is asked how it was handled.</summary>
    public static IReadOnlyList<DocketField> Of(DocketKind kind, DocketStep step) =>
        kind is DocketKind.KeyMatter or DocketKind.Inspection && step is DocketStep.AcceptTask or DocketStep.StrikeOff ? [.. Of(step), .. Rating] : Of(step);

    private static IReadOnlyList<DocketField> Of(DocketStep step) => step switch
    {
        DocketStep.Confirm => [Post, Until],
        DocketStep.Refuse => [Words with { Label = "为什么不立项" }],
        DocketStep.FindCause => [Words with { Label = "为什么会反复发生" }],
        DocketStep.SetTask => [Unit, Words with { Label = "做什么、答什么" }, Until],
        DocketStep.Answer => [Task, Words with { Label = "做了什么、怎么答复" }, Photos],
        DocketStep.AcceptTask => [Task, Words with { Label = "意见", Optional = true }],
        DocketStep.ReturnTask => [Task, Words with { Label = "为什么退回" }],
        DocketStep.Report => [Words with { Label = "进展" }, Photos],
        DocketStep.Visit => [new("on", "什么时候去的", DocketInput.Moment, Optional: true), Present, Words with { Label = "看到了什么" }, Photos],
        DocketStep.Minute => [Present with { Label = "谁参加" }, Words with { Label = "会议纪要" }],
        DocketStep.NameAnswerable =>
        [
            Post with { Label = "哪个岗位的责任", Hint = "记在当时任这个岗位的人名下" },
            new("on", "哪个时候的事", DocketInput.Moment, "不写就是交办结果的时候", Optional: true),
            new("consequence", "怎么处理", DocketInput.Choice, Choice: typeof(Consequence), Words: "docket.consequence"),
            Words with { Label = "什么责任" },
        ],
        DocketStep.Find => [new("finding", "认定", DocketInput.Choice, Choice: typeof(Finding), Words: "docket.finding"), Words with { Label = "依据" }],
        DocketStep.Submit => [Words with { Label = "办成什么样了，有什么证明" }, Photos with { Label = "证明照片" }],
        DocketStep.StrikeOff => [Words with { Label = "核实了什么" }],
        DocketStep.SendBack => [Words with { Label = "还差什么" }],
        DocketStep.Close => [Words with { Label = "结果" }],
    };
}
