namespace Minqing.Domain.Policy;

/// <summary>热点领域: what a city keeps an eye on across its categories, such as water, heat, power and gas.</summary>
public sealed record HotDomain(string Code, string Name, IReadOnlyList<string> Categories);
