using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Minqing.Web.Shared;

/// <summary><c>&lt;icon name="phone" /&gt;</c>: a drawing of <see cref="Icons"/>. It says nothing to a screen reader unless it has a label.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    public static string Svg(string name, string css = "icon") =>
        $"<svg class='{css}' viewBox='0 0 24 24' aria-hidden='true'>{Icons.Drawings[name]}</svg>";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var more = output.Attributes["class"]?.Value?.ToString();
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(Name, more is null ? "icon" : $"icon {more}"));
        if (Label is not null)
        {
            output.PostContent.AppendHtml("<span class='unseen'>").Append(Label).AppendHtml("</span>");
        }
    }
}
