using System.Security.Cryptography;
using System.Text;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals;

/// <summary>The six signs that open a reporter's follow page. Derived from the report's id by a key, stored nowhere.</summary>
public sealed class QueryCodes(MasterKeys keys)
{
    private const string Purpose = "query-code";

    public string Of(ReportId report)
    {
        var mac = keys.MacOf(Purpose, report.Value);
        return string.Create(6, mac, (code, bytes) =>
        {
            for (var i = 0; i < code.Length; i++)
            {
                code[i] = ReportNumber.Alphabet[bytes[i] & 31];
            }
        });
    }

    /// <summary>Takes the same time whether the report exists or not, whether the code is right or not.</summary>
    public bool Fits(ReportId? report, string? typed)
    {
        var right = Of(report ?? default);
        var given = new string([.. (typed ?? "").Take(40).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given.PadRight(6)[..6]), Encoding.ASCII.GetBytes(right))
            & given.Length == right.Length & report is not null;
    }
}
