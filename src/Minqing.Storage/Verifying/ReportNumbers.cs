using System.Text.RegularExpressions;

namespace Minqing.Storage.Verifying;

/// <summary>Puts the number that people know beside the id of a report, and of the reports of an appeal.</summary>
internal static partial class ReportNumbers
{
    public static async Task<IReadOnlyList<Finding>> NameAsync(Snapshot snapshot, IReadOnlyList<Finding> findings, CancellationToken ct)
    {
        var named = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var numbers = new List<string>();
            if (Subject().Match(finding.Place) is { Success: true } match)
            {
                var sql = match.Groups["kind"].Value == "Appeal"
                    ? "select r.number from reports r join report_appeals l on l.report = r.id where l.appeal = @p0 order by r.number"
                    : "select number from reports where id = @p0";
                await foreach (var row in snapshot.RowsAsync(sql, [Guid.Parse(match.Groups["id"].Value)], ct))
                    numbers.Add($"{row[0]}");
            }

            named.Add(numbers.Count == 0 ? finding : finding with { Place = $"{finding.Place} (number {string.Join(", ", numbers)})" });
        }

        return named;
    }

    [GeneratedRegex("^(?<kind>Report|Appeal|Vault) (?<id>[0-9a-fA-F-]{36})")]
    private static partial Regex Subject();
}
