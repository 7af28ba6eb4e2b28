using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Minqing.Web.Shared;

/// <summary><c>&lt;when at="@entry.At" /&gt;</c>: an instant as people say it, the exact one on touch. <c>ago</c> says how long ago.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTag(TimeProvider clock) : TagHelper
{
    public DateTime At { get; set; }

    public bool Ago { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Spoken.Machine(At));
        output.Attributes.SetAttribute("title", Spoken.Exact(At));
        output.Content.SetContent(Ago ? Spoken.Ago(At, now) : Spoken.At(At, now));
    }
}
