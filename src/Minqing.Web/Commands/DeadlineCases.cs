using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace Minqing.Web.Commands;

/// <summary>One row of the file that <c>deadline</c> reads, or what is wrong with it.</summary>
/// <param name="Line">The line of the file on which the row begins.</param>
/// <param name="Format">How the row writes instants.</param>
internal readonly record struct DeadlineCase(int Line, string? Wrong, string CaseId = "", DateTime AssignAt = default, int WorkingDays = 0, string Format = "");

/// <summary>Reads that file row by row.</summary>
internal static class DeadlineCases
{
    private const int LongestLimit = 10_000;

    private static readonly string[] Columns = ["case_id", "assign_at", "working_days"];

    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ss"];

    public static async IAsyncEnumerable<DeadlineCase> ReadAsync(TextReader file, [EnumeratorCancellation] CancellationToken ct)
    {
        var broken = false;
        var format = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = _ => broken = true,
        };
        using var csv = new CsvParser(file, format);
        var places = await csv.ReadAsync() ? Array.ConvertAll(Columns, c => Array.IndexOf(csv.Record!, c)) : [-1];
        if (places.Contains(-1))
        {
            yield return new(1, $"a header with {string.Join(", ", Columns)} is expected");
            yield break;
        }

        var line = csv.RawRow + 1;
        while (await csv.ReadAsync())
        {
            ct.ThrowIfCancellationRequested();
            if (csv.Record is not [""])
            {
                yield return broken ? new(line, "the quotes do not match") : Row(line, csv.Record!, places);
            }

            (line, broken) = (csv.RawRow + 1, false);
        }
    }

    private static DeadlineCase Row(int line, string[] fields, int[] places)
    {
        if (places.Max() >= fields.Length)
        {
            return new(line, $"{places.Max() + 1} fields are expected, {fields.Length} are there");
        }

        var (id, at, days) = (fields[places[0]], fields[places[1]].Trim(), fields[places[2]].Trim());
        var format = Formats.FirstOrDefault(f => DateTime.TryParseExact(at, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return id.Length == 0 ? new(line, "case_id is empty")
            : format is null || DateTime.ParseExact(at, format, CultureInfo.InvariantCulture) is not { Year: > 1900 and < 9900 } assigned
                ? new(line, $"assign_at \"{at}\" is no instant such as 2024-01-15 17:13:00.000")
            : !int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > LongestLimit
                ? new(line, $"working_days \"{days}\" is no whole number from 1 to {LongestLimit}")
            : new(line, null, id, assigned, count, format);
    }
}
