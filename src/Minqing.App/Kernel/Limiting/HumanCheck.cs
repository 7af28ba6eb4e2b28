using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Kernel.Limiting;

/// <summary>Asks for a small sum, in words, where a crowd sends at once: no picture, no script, no third party, and an old person can answer it (P-14).</summary>
public sealed class HumanCheck(MasterKeys keys, RateWindows windows, TimeProvider clock)
{
    private const int Drawn = 9;
    private const int LongestToken = 200;
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);
    private static readonly string[] Numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八"];

    /// <summary>Null when the answer is right, in time and given for the first time; else another question.</summary>
    public Problem? Check(HumanProof? proof) => proof is not null && IsRight(proof) ? null : Ask();

    private HumanNotShown Ask()
    {
        var (first, second) = (RandomNumberGenerator.GetInt32(1, Drawn + 1), RandomNumberGenerator.GetInt32(1, Drawn + 1));
        var about = string.Create(CultureInfo.InvariantCulture, $"{clock.Now().Add(Lives).Ticks:x}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        return new(Numerals[first], Numerals[second], $"{about}.{Seal(about, first + second)}");
    }

    private bool IsRight(HumanProof proof) =>
        proof.Token is { Length: > 0 and <= LongestToken } token && token.Split('.') is [var until, var nonce, var seal]
        && long.TryParse(until, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks) && ticks > clock.Now().Ticks
        && Number(proof.Answer) is { } sum && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Seal($"{until}.{nonce}", sum)), Encoding.ASCII.GetBytes(seal))
        && windows.Take($"human {nonce}", 1) is null;

    private string Seal(string about, int sum) => Base64Url.EncodeToString(keys.MacOf("human", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{about} {sum}"))));

    // As people write it: 12, １２, 十二.
    private static int? Number(string? typed) => typed?.Trim().Normalize(NormalizationForm.FormKC) is not { Length: > 0 and <= 4 } said ? null
        : Array.IndexOf(Numerals, said) is var at and >= 0 ? at
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The answer to a question of <see cref="HumanNotShown"/>.</summary>
public sealed record HumanProof(string? Token, string? Answer);

/// <summary>Very many send at once from here: whoever is a person answers what <paramref name="First"/> and <paramref name="Second"/> make, and sends the same again with it.</summary>
/// <param name="Token">Goes back with the answer: ten minutes, once.</param>
public sealed record HumanNotShown(string First, string Second, string Token) : NotValid("proof");
