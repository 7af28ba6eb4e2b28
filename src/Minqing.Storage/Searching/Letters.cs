namespace Minqing.Storage.Searching;

/// <summary>Signs as they are compared.</summary>
public static class Letters
{
    private const int FullWidth = '０' - '0';

    /// <summary>Small, and half as wide where it was typed at full width.</summary>
    public static char Plain(char c) => char.ToLowerInvariant(c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' ? (char)(c - FullWidth) : c);

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';
}
