using Minqing.Domain.Policy;

namespace Minqing.Domain.Regions;

/// <summary>Division codes: 12 digits down to the village, zero-filled on the right; a grid adds three to its village's.</summary>
public static class RegionCode
{
    private const int Full = 12;
    private const int Grid = 15;

    /// <summary>The code in full for what somebody wrote (62, 620402, 620402001201 …); null when it is none of this level.</summary>
    public static string? Parse(string text, RegionLevel level)
    {
        var code = text.Trim();
        if (code.Length is < 2 or > Grid || !code.All(char.IsAsciiDigit))
            return null;
        if (level == RegionLevel.Grid)
            return code.Length == Grid ? code : null;
        code = code.Length <= Full ? code.PadRight(Full, '0') : code;
        return code.Length == Full && code.AsSpan(Digits(level)).TrimStart('0').IsEmpty ? code : null;
    }

    /// <summary>The code in full where the level is not known, as in a reference to another region; null when it cannot be one.</summary>
    public static string? Complete(string text)
    {
        var code = text.Trim();
        return code.Length is (>= 2 and <= Full) or Grid && code.All(char.IsAsciiDigit) ? code.PadRight(Full, '0') : null;
    }

    /// <summary>The digits that say something at this level: 6204 of 620400000000.</summary>
    public static string Significant(string code, RegionLevel level) => code[..Digits(level)];

    private static int Digits(RegionLevel level) => level switch
    {
        RegionLevel.Province => 2,
        RegionLevel.City => 4,
        RegionLevel.County => 6,
        RegionLevel.Township => 9,
        RegionLevel.Village => Full,
        RegionLevel.Grid => Grid,
    };
}
