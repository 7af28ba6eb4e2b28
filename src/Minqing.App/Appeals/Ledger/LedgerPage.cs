using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Ledger;

/// <summary>A page of the ledger, the newest first.</summary>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="SoughtTo">Set where the search stopped before it found a pageful: everything received since then was looked at, and <paramref name="Next"/> looks further back.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerRow> Rows, LedgerCursor? Next, DateTime? SoughtTo);

/// <summary>How many stand at each stage in which something is to be done, without those whose time stands still, which are counted apart; 1000 means at least that many.</summary>
public sealed record LedgerCounts(IReadOnlyDictionary<Stage, int> Stages, int Suspended);

/// <summary>A region that can be chosen: one above the chosen one, itself, or one below it.</summary>
/// <param name="Chosen">The ledger is narrowed to it.</param>
public sealed record LedgerRegion(string Code, string Name, RegionLevel Level, bool Chosen);
