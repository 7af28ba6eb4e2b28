namespace Minqing.Web.Shared;

/// <summary>The search above a list, in one way on every page: what is looked for stands in the address, beside the filter that stays.</summary>
/// <param name="Action">The list's own address.</param>
/// <param name="Typed">What is looked for now.</param>
/// <param name="Kept">The parts of the filter that stay.</param>
public sealed record Finder(string Action, string? Typed, params IReadOnlyList<(string Name, string? Value)> Kept)
{
    /// <summary>What can be looked for.</summary>
    public string What { get; init; } = "内容、地点或者编号";

    /// <summary>The list as the filter alone leaves it.</summary>
    public string Without => Address([.. Kept]);

    /// <summary>The address of the list with the filter, the search and more.</summary>
    public string With(params IReadOnlyList<(string Name, string? Value)> more) => Address([.. Kept, ("q", Typed), .. more]);

    private string Address(IReadOnlyList<(string Name, string? Value)> parts) =>
        string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}")) is { Length: > 0 } query ? $"{Action}?{query}" : Action;
}
