using System.Security.Cryptography;
using System.Text;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Intake;

/// <summary>One sending of a submission: its retry key, hashed, and the print of what it says.</summary>
public sealed record Attempt(string Key, string Body)
{
    private const int LongestKey = 200;

    /// <summary>Null when the key is not usable.</summary>
    public static Attempt? Of(string key, Submission submission, MasterKeys keys) =>
        key.Length is 0 or > LongestKey || key.Any(c => c is < '!' or > '~')
            ? null
            : new(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key))), submission.PrintBy(keys));
}
