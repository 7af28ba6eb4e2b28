using Minqing.App.People;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.Shared;

/// <summary>The page that somebody begins with: leaders look at their area, the call-back desk at whom to ask, operators at the next call, the three administrators at their own pages, all others at their list.</summary>
internal static class StaffHome
{
    private const string List = "/work";
    private const string Asking = "/followups";
    private const string Area = "/watch";
    private const string Late = "/late";
    private const string Dispatching = "/dispatch";
    private const string Desk = "/desk/new";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", GoAsync).ExcludeFromDescription();

    public static string Of(Viewer viewer) =>
        viewer.May(Permission.FollowUp) ? Asking
        : viewer.May(Permission.TakeDown) && !viewer.May(Permission.AcceptRaised) ? Desk // who only takes calls down begins with the next one
        : viewer.May(Permission.SeeLeaderView) && !viewer.May(Permission.Reclassify) && !viewer.May(Permission.Dispatch) ? Area // centres and those who dispatch work through a list
        : viewer.May(Permission.SeeAppeal) ? List
        : viewer.May(Permission.SeeOperations) ? "/admin"
        : viewer.May(Permission.ManageAccounts) ? "/accounts"
        : viewer.May(Permission.ReadAudit) ? "/audit"
        : List;

    /// <summary>Back to the list one came from.</summary>
    public static string Back(HttpRequest request, Viewer viewer) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.AbsolutePath is List or Asking or Area or Late or Dispatching ? from.PathAndQuery : Of(viewer);

    /// <summary>The tab of the bar that an address belongs to.</summary>
    public static string Tab(string address) => address.StartsWith(Area, StringComparison.Ordinal) || address.StartsWith(Late, StringComparison.Ordinal) ? "leader" : address.StartsWith(Asking, StringComparison.Ordinal) ? "followups" : address.StartsWith(Dispatching, StringComparison.Ordinal) ? "dispatch" : "list";

    // Whoever is not signed in is taken for a person who wants to know how far their matter is.
    private static async Task<IResult> GoAsync(CurrentViewer viewer, CancellationToken ct) =>
        Results.LocalRedirect(await viewer.GetAsync(ct) is { } known ? Of(known) : "/f");
}
