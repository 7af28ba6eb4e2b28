using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Minqing.Web.Shared;

/// <summary>Five words to choose one of, none chosen beforehand (H-22).</summary>
[HtmlTargetElement("rating")]
public sealed class RatingTag : TagHelper
{
    private static readonly string[] Words = ["非常<wbr>满意", "满意", "基本<wbr>满意", "不满意", "非常<wbr>不满意"];

    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public int? Current { get; set; }

    public bool Optional { get; set; }

    /// <summary>What is wrong with the choice; an attribute can only be empty, not absent.</summary>
    public string? Wrong { get => field is "" ? null : field; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Wrong is null ? "field" : "field wrong");
        output.Attributes.SetAttribute("id", Name);
        output.Content.AppendHtml("<legend>").Append(Label).AppendHtml(Optional ? "<span class='optional'>可不填</span></legend>" : "</legend>");
        if (Wrong is not null)
        {
            output.Content.AppendHtml("<span class='error'>").Append(Wrong).AppendHtml("</span>");
        }

        output.Content.AppendHtml("<div class='rate'>");
        for (var value = 1; value <= Words.Length; value++)
        {
            // A place to break would be read out as a pause.
            output.Content.AppendHtml($"<label><input type='radio' name='{Name}' value='{value}' aria-label='{Words[value - 1].Replace("<wbr>", "", StringComparison.Ordinal)}'{(value == Current ? " checked" : "")}><span>{Words[value - 1]}</span></label>");
        }

        output.Content.AppendHtml("</div>");
    }
}
