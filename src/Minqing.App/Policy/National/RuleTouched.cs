namespace Minqing.App.Policy.National;

/// <summary>A setting that touches a rule of the country.</summary>
/// <param name="Place">The file and line of the setting, or of the profile where it is missing.</param>
/// <param name="Says">What the setting says, in words.</param>
/// <param name="Safe">Whether it stays on the safe side; otherwise somebody must answer for it.</param>
public sealed record RuleTouched(string Place, NationalRule Rule, string Says, bool Safe)
{
    public override string ToString() => $"{Place}: {Says} – {Rule.Name}: {Rule.Asks}";
}
