using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Minqing.Web.Shared;

/// <summary>What the fields of the page are called, so that the errors above a form say which is meant. The form is rendered after them, and the whole is written out last.</summary>
internal static class FieldLabels
{
    private static readonly object Key = new();

    public static void Note(HttpContext context, string name, string label) => Of(context)[name] = label;

    /// <summary>A message with the name of its field before it, where the page has one.</summary>
    public static IHtmlContent Say(HttpContext context, string name, string message) => new Said(Of(context), name, message);

    private static Dictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[Key] is not Dictionary<string, string> labels)
            context.Items[Key] = labels = new(StringComparer.OrdinalIgnoreCase);
        return labels;
    }

    private sealed record Said(Dictionary<string, string> Labels, string Name, string Message) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, Labels.TryGetValue(Name, out var label) ? $"{label}：{Message}" : Message);
    }
}
