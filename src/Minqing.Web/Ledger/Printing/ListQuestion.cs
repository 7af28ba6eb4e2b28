using Minqing.Domain.Appeals;
using Minqing.Web.Shared;

namespace Minqing.Web.Ledger.Printing;

/// <summary>What a list is asked, as it stands in its address, and each part of that; null where a part is not asked.</summary>
public sealed record ListQuestion(string Text, Func<string, string?> Part)
{
    public static ListQuestion Of(FilteredList list, HttpRequest request) =>
        new(SavedHere.Of(list, request).Query, part => request.Query[part].ToString() is { Length: > 0 } said ? said : null);
}
