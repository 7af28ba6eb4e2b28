namespace Minqing.Domain.Policy;

/// <summary>From when on a closing looks false: done within so many minutes without a call, a photo taken so many metres away, the same matter back within so many days (H-26).</summary>
public sealed record SignRules(int Minutes, int Metres, int Days)
{
    public static readonly SignRules Default = new(30, 500, 30);
}
