namespace Minqing.App.Policy.National;

/// <summary>A rule of the country that a city's settings can touch: its name as people cite it, and what it asks.</summary>
public sealed record NationalRule(string Name, string Asks);
