using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Minqing.Web.Shared;

/// <summary>
/// <c>&lt;field for="Phone" label="手机号" hint="…" type="tel" /&gt;</c>: label, hint, error and input, joined for screen readers, holding what was typed.
/// <c>rows</c> makes it a textarea; other attributes go to the input; a body replaces the input.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTag : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    /// <summary>The field's name where it is not the property's: forms bound without a prefix.</summary>
    public string? Name { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    public string Type { get; set; } = "text";

    public int? Rows { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = Name ?? For.Name;
        var id = TagBuilder.CreateSanitizedId(name, "-");
        var state = View.ViewData.ModelState[name];
        var error = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var body = await output.GetChildContentAsync();
        var attributes = output.Attributes.ToList();

        FieldLabels.Note(View.HttpContext, name, Label);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        output.Content.AppendHtml($"<label for='{id}'>").Append(Label).AppendHtml(Optional ? "<span class='optional'>可不填</span>" : "").AppendHtml("</label>");
        Line(output, Hint, "hint", id);
        Line(output, error, "error", id);
        output.Content.AppendHtml(body.IsEmptyOrWhiteSpace ? Input(name, id, state?.AttemptedValue ?? For.Model, error, attributes) : body);
    }

    private static void Line(TagHelperOutput output, string? text, string css, string id)
    {
        if (text is not null)
        {
            output.Content.AppendHtml($"<span class='{css}' id='{id}-{css}'>").Append(text).AppendHtml("</span>");
        }
    }

    private TagBuilder Input(string name, string id, object? value, string? error, IEnumerable<TagHelperAttribute> attributes)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var input = new TagBuilder(Rows is null ? "input" : "textarea") { TagRenderMode = Rows is null ? TagRenderMode.SelfClosing : TagRenderMode.Normal };
        input.Attributes["class"] = "input";
        input.Attributes["name"] = name;
        input.Attributes["id"] = id;
        if (Rows is { } rows)
        {
            input.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
            input.InnerHtml.AppendHtml("\n").Append(text);
        }
        else
        {
            input.Attributes["type"] = Type;
            input.Attributes["value"] = text;
        }

        if (error is not null)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        var described = string.Join(' ', new[] { error is null ? null : $"{id}-error", Hint is null ? null : $"{id}-hint" }.OfType<string>());
        if (described.Length > 0)
        {
            input.Attributes["aria-describedby"] = described;
        }

        foreach (var attribute in attributes)
        {
            input.Attributes[attribute.Name] = attribute.Value is IHtmlContent or null ? attribute.Value?.ToString() ?? "" : Convert.ToString(attribute.Value, CultureInfo.InvariantCulture);
        }

        return input;
    }
}
