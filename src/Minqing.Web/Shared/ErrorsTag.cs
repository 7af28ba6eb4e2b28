using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Minqing.Web.Shared;

/// <summary><c>&lt;errors /&gt;</c>: what has to be put right, each a link to its field. Nothing when all is well.</summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTag : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <summary>What stands before the names of the fields in their ids, where a page has several forms.</summary>
    public string? Within { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wrong = View.ViewData.ModelState.Where(e => e.Value is { Errors.Count: > 0 }).ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml("<h2>请改一改，您写的都还在</h2><ul>");
        foreach (var (name, entry) in wrong)
        {
            var message = entry!.Errors[0].ErrorMessage;
            output.Content.AppendHtml(name.Length == 0 ? "<li>" : $"<li><a href='#{Within}{TagBuilder.CreateSanitizedId(Spelled(name), "-")}'>").AppendHtml(FieldLabels.Say(View.HttpContext, name, message)).AppendHtml(name.Length == 0 ? "</li>" : "</a></li>");
        }

        output.Content.AppendHtml("</ul>");
    }

    // Ids are told apart by case, names of properties are not: the form knows how its field is spelled.
    private string Spelled(string name) =>
        View.HttpContext.Request is { HasFormContentType: true, Form: var form } ? form.Keys.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name : name;
}
