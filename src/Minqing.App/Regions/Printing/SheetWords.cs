using Minqing.Domain.Policy;

namespace Minqing.App.Regions.Printing;

/// <summary>What stands on every sheet. A city says it in its own words in <c>texts.yaml</c>, under the names used here.</summary>
internal sealed record SheetWords(string Title, string Lead, IReadOnlyList<SheetStep> Steps, string NoPhone, string Hotline, string Danger, string Owner)
{
    public static SheetWords Of(Profile profile)
    {
        string Say(string name, string usual) => profile.Texts.GetValueOrDefault($"sheet.{name}", usual);
        return new(
            Say("title", "码上反映 马上办理"),
            Say("lead", "身边的事，扫码就能说"),
            [
                new(Say("scan", "扫一扫"), Say("scan-how", "用微信或手机相机\n扫上面的码")),
                new(Say("say", "说一说"), Say("say-how", "写几句、拍张照\n或者录一段话")),
                new(Say("call", "等回电"), Say("call-how", "工作人员打给您\n进展随时能查")),
            ],
            Say("no-phone", "不会扫码？打电话，报上编号"),
            profile.Intake.Hotline,
            Say("danger", "危及生命的事，请先拨 110、119、120"),
            profile.Name);
    }
}

/// <summary>One of the three things to do.</summary>
internal sealed record SheetStep(string Name, string How);
