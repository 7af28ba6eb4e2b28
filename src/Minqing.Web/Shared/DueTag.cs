using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Minqing.Web.Shared;

/// <summary><c>&lt;due at="@row.DueAt" from="@row.StartAt" /&gt;</c>: how long is left, in words, with shape and colour; the exact instant on touch, the reason behind <c>why</c>.</summary>
[HtmlTargetElement("due", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueTag(TimeProvider clock) : TagHelper
{
    public DateTime At { get; set; }

    /// <summary>When the clock began; with it the colour follows the share used.</summary>
    public DateTime? From { get; set; }

    /// <summary>Working days left, or over when negative.</summary>
    public int? Workdays { get; set; }

    /// <summary>Met at: the chip is grey and says whether it was in time.</summary>
    public DateTime? Met { get; set; }

    public bool Stopped { get; set; }

    /// <summary>What is due, before the words: 首次联系.</summary>
    public string? What { get; set; }

    /// <summary>Address of the explanation of this deadline.</summary>
    public string? Why { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var alert = Met is { } met ? (met > At ? Alert.Red : Alert.None) : Stopped ? Alert.None : Looks.Of(At, now, From);
        var words = Met is { } done ? (done > At ? $"办了，超 {Spoken.Span(done - At)}" : "按时办了") : Stopped ? "已暂停计时" : Spoken.Left(At, now, Workdays);
        output.TagName = Why is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"due {alert.Css()}".TrimEnd());
        output.Attributes.SetAttribute("title", $"{Spoken.Limit(At)} 到期");
        if (Why is not null)
        {
            output.Attributes.SetAttribute("href", Why);
        }

        output.Content.SetHtmlContent(IconTag.Svg(Met <= At ? "check" : alert.Shape()));
        output.Content.AppendHtml($"<time datetime='{Spoken.Machine(At)}'>").Append(What is null ? words : $"{What} {words}").AppendHtml("</time>");
    }
}
