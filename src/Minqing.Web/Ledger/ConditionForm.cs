using Minqing.App.Appeals.Ledger;
using Minqing.Domain.Policy;

namespace Minqing.Web.Ledger;

/// <summary>The form by which a list of appeals is narrowed, in one way wherever it stands.</summary>
/// <param name="Action">The list's own address.</param>
/// <param name="Asked">What was typed in a part of it, understood or not.</param>
public sealed record ConditionForm(string Action, LedgerFilter Filter, Func<string, string?> Asked, IReadOnlyList<LedgerRegion> Regions, Profile Profile)
{
    private static readonly string[] More = ["from", "to", "region", "category", "unit", "source", "outcome"];

    /// <summary>Whether more is asked than stands on the chips and in the search, understood or not.</summary>
    public bool AsksMore => More.Any(part => !string.IsNullOrEmpty(Asked(part)));
}
