using Minqing.App.Appeals.Lists;
using Minqing.Domain.Policy;

namespace Minqing.Web.Api;

/// <summary>A page of what was found to be no appeal; <paramref name="Next"/> is where the next one begins.</summary>
public sealed record InvalidListBody(IReadOnlyList<InvalidBody> Rows, string? Next)
{
    internal static InvalidListBody Of(InvalidPage page) => new([.. page.Rows.Select(r => new InvalidBody(r.Appeal.Value, r.Address, r.Words, r.Reason, r.ReceivedAt, r.ProposedBy, r.ConfirmedBy))], page.Next);
}

/// <summary>One of them, with the two people who say so.</summary>
public sealed record InvalidBody(Guid Appeal, string Place, string? Text, InvalidReason Reason, DateTime ReceivedAt, string? ProposedBy, string? ConfirmedBy);
