namespace Minqing.Web.Shared;

/// <summary>What happened, what to do now, and that nothing was lost: one for each refusal a browser can meet.</summary>
public sealed record TroubleText(string Title, string Text, string Icon = "circle-alert")
{
    public static TroubleText Of(int status) => status switch
    {
        400 => new("这一页没有发完整", "可能是网络断了一下。请返回上一页再发一次，您写的内容还在。"),
        401 => new("请先登录", "登录以后会回到您要看的这一页。", "key-round"),
        403 => new("您不能看这一页", "这件事不在您的职责范围内，或者这个链接已经过期。如果您认为应该能看，请联系本单位管理员。", "lock"),
        404 => new("没有找到这一页", "网址可能抄错了，或者这个二维码已经换新。请重新扫一次楼门口的二维码；查办理进度请用受理编号和查询码。", "search"),
        409 => new("刚才已经有人办了这一步", "请返回看看现在的情况，您写的内容还在。", "users"),
        413 => new("文件太大", "请少选几张照片，或者换一张小一些的，再发一次。", "image"),
        422 => new("有的内容没法用", "请返回上一页，看看标出来的地方。", "pencil"),
        429 => new("太频繁了，请稍等一会儿", "为了不让别人打不进来，短时间内次数有限制。您写的内容没有丢，过几分钟再发就行。", "clock"),
        503 => new("系统正在维护", "一般几分钟就好。您写的内容没有丢，请稍后再发。", "settings"),
        _ => new("我们这边出了点问题", "您写的内容没有丢，请过一会儿再试。如果一直不行，请打服务热线。", "triangle-alert"),
    };
}
