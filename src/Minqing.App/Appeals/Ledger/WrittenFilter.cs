namespace Minqing.App.Appeals.Ledger;

/// <summary>A filter as the journal keeps it for good: that something was searched for, and not what: a name or a number typed there would outlive whatever is erased.</summary>
internal static class WrittenFilter
{
    private const string Words = "q=";
    private const string Hidden = "q=***";

    /// <param name="query">As it stands in an address.</param>
    public static string Of(string query) =>
        string.Join('&', query.Split('&').Select(part => part.StartsWith(Words, StringComparison.Ordinal) && part.Length > Words.Length ? Hidden : part));
}
