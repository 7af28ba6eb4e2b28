using Minqing.App;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Searching;
using Minqing.App.Regions.Searching;
using Minqing.App.Supervision;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Api;

/// <summary>What an operator takes down while somebody speaks. Needs <c>siteCode</c> or <c>regionCode</c>, and words.</summary>
/// <param name="Consent">How the person agreed, where somebody else calls for them.</param>
/// <param name="Join">The appeal that it is the same as; null for one of its own.</param>
public sealed record DeskReportRequest(string? SiteCode, string? RegionCode, string? Text, string? Phone, string? Name, bool? KeepIdentity, string? CategoryCode, string? Address, Consent? Consent, Guid? Join)
{
    internal Submission AsSubmission() => new(SiteCode, RegionCode, Text, Phone, Name, KeepIdentity, CategoryCode, Address: Address, Channel: Channel.Hotline) { Consent = Consent };
}

/// <summary>The caller's receipt.</summary>
/// <param name="NotJoined">Why it stands for itself, though it was to be joined: the problem's type.</param>
/// <param name="NotJoinedWhy">The same in words.</param>
public sealed record TakenDownBody(string Number, string QueryCode, string FollowUrl, IReadOnlyList<PromiseBody> Promises, string? NotJoined, string? NotJoinedWhy)
{
    internal static TakenDownBody Of(TakenDown taken, Settings settings)
    {
        var (receipt, no) = (ReceiptBody.Of(taken.Receipt, settings), taken.NotJoined is { } why ? ProblemWords.Of(why) : null);
        return new(receipt.Number, receipt.QueryCode, receipt.FollowUrl, receipt.Promises, no is null ? null : ResultHttp.TypePrefix + no.Code, no?.Shown);
    }
}

/// <summary>What was typed so far; all of it may be missing.</summary>
/// <param name="Place">Part of a name, or pinyin initials; spaces narrow it down.</param>
public sealed record LookupRequest(string? Phone, string? Place, string? SiteCode, string? RegionCode, string? Text, string? CategoryCode)
{
    internal CallSoFar AsCall() => new(Phone, Place, SiteCode is not null || RegionCode is not null ? new(SiteCode, SiteCode is null ? RegionCode : null) : null, Text, CategoryCode);
}

/// <summary>What was found for it.</summary>
/// <param name="Earlier">What the caller reported before, masked; null where no number was given.</param>
/// <param name="Preview">Null where no place is chosen.</param>
public sealed record CallLookBody(IReadOnlyList<PlaceBody> Places, IReadOnlyList<EarlierBody>? Earlier, IReadOnlyList<SimilarBody> Similar, SuggestedBody? Suggested, PreviewBody? Preview)
{
    internal static CallLookBody Of(CallLook look) =>
        new(
            [.. look.Places.Select(PlaceBody.Of)], look.Earlier is { Value: var earlier } ? [.. earlier.Select(EarlierBody.Of)] : null, [.. look.Similar.Select(SimilarBody.Of)],
            look.Suggested is { } said ? new(said.Category.Code, said.Words) : null, look.Preview is { Value: var shown } ? PreviewBody.Of(shown) : null);
}

/// <summary>A place to be chosen, by one of its two numbers.</summary>
/// <param name="Around">From the county down.</param>
public sealed record PlaceBody(string? SiteCode, string? RegionCode, string Name, string Around)
{
    internal static PlaceBody Of(FoundPlace place) => ChosenPlace.Of(place) is var of ? new(of.SiteCode, of.RegionCode, place.Name, place.Around) : null!;
}

/// <summary>One of a caller's earlier reports.</summary>
public sealed record EarlierBody(Guid Appeal, string Number, DateTime ReceivedAt, string Place, string Text, Stage Stage, string? Name)
{
    internal static EarlierBody Of(EarlierReport r) => new(r.Appeal.Value, r.Number, r.ReceivedAt, r.Address, r.Words, r.Stage, r.Name);
}

/// <summary>An appeal that may be about the same, and what both say.</summary>
public sealed record SimilarBody(Guid Appeal, string Number, string Text, string Place, Stage Stage, DateTime ReceivedAt, bool SamePlace, IReadOnlyList<string> Shared)
{
    internal static SimilarBody Of(SimilarAppeal s) => new(s.Appeal.Value, s.Number, s.Words, s.Address, s.Stage, s.ReceivedAt, s.SamePlace, s.Shared);
}

/// <summary>A category, and the words that suggest it.</summary>
public sealed record SuggestedBody(string Category, IReadOnlyList<string> Words);

/// <summary>What would become of it.</summary>
/// <param name="Unit">Who would have to solve it; where <paramref name="Screened"/>, who looks at it first.</param>
/// <param name="Callers">Who would call first.</param>
public sealed record PreviewBody(string Unit, bool Screened, FirstBy Why, string? Basis, string Category, IReadOnlyList<string> Callers, IReadOnlyList<ClockBody> Clocks)
{
    internal static PreviewBody Of(DispatchPreview p) => new(p.Unit, p.Screened, p.Why, p.Basis, p.Category.Code, p.Callers, [.. p.Clocks.Select(ClockBody.Of)]);
}

/// <summary>What waits at a centre, and how many of each kind of work; the next page where one kind is asked for.</summary>
public sealed record DispatchListBody(IReadOnlyDictionary<string, DispatchCount> Counts, IReadOnlyList<DispatchRowBody> Rows, string? Next)
{
    internal static DispatchListBody Of(DispatchList list) =>
        new(list.Counts.ToDictionary(c => c.Key.Name(), c => c.Value), [.. list.Rows.Select(DispatchRowBody.Of)], list.Next);
}

/// <summary>One line of the desk; without a limit where none runs for it.</summary>
public sealed record DispatchRowBody(Guid Appeal, DispatchWork Work, string Place, string? Text, string Category, Urgency Urgency, DateTime StartAt, DateTime? DueAt)
{
    internal static DispatchRowBody Of(DispatchRow r) => new(r.Appeal.Value, r.Work, r.Address, r.Words, r.Category, r.Urgency, r.StartAt, r.DueAt);
}

/// <summary>How many dispatches were right the first time, and by whom: whoever gave most first.</summary>
public sealed record AccuracyBody(DateTime Since, int Given, int Wrong, IReadOnlyList<Dispatcher> Dispatchers)
{
    internal static AccuracyBody Of(DispatchCounts counts) => new(counts.Since, counts.Given, counts.Wrong, counts.Dispatchers);
}

/// <summary>A page of what waits to be asked about.</summary>
public sealed record FollowUpsBody(IReadOnlyList<TurnBody> Rows, string? Next)
{
    internal static FollowUpsBody Of(TurnPage page) => new([.. page.Rows.Select(r => TurnBody.Of(r))], page.Next);
}
