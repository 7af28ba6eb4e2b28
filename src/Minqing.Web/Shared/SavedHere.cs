using Minqing.Domain.Appeals;

namespace Minqing.Web.Shared;

/// <summary>The kept filters of a list, and the form to keep the present one.</summary>
/// <param name="Query">What the list asks now, without its leaf; empty where it asks nothing.</param>
public sealed record SavedHere(FilteredList List, string Query)
{
    /// <summary>What stands in the address of this request.</summary>
    public static SavedHere Of(FilteredList list, HttpRequest request) =>
        new(list, string.Join('&', request.Query.Where(p => p.Key is not ("after" or "at" or "format" or "handler" or "id" or "p" or "page-no") && !string.IsNullOrEmpty(p.Value)).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}")));
}
