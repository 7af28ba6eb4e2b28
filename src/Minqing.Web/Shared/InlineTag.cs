using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Minqing.Web.Shared;

/// <summary><c>&lt;style inline="report-look.css" /&gt;</c> and <c>&lt;script inline="citizen.js" /&gt;</c>: the built file in the page itself, so that the first view is one response.</summary>
[HtmlTargetElement("style", Attributes = "inline")]
[HtmlTargetElement("script", Attributes = "inline")]
public sealed class InlineTag(Inlined inlined) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public string Inline { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var file = inlined.Of(Inline);
        if (file.Hash is null)
        {
            output.SuppressOutput();
            return;
        }

        SecurityHeaders.Allow(View.HttpContext, output.TagName, file.Hash);
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(file.Text);
    }
}
