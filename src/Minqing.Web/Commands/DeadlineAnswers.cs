using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Minqing.Web.Commands;

/// <summary>The CSV that <c>deadline</c> prints.</summary>
internal sealed class DeadlineAnswers : IAsyncDisposable
{
    private readonly CsvWriter csv;

    public DeadlineAnswers(TextWriter output)
    {
        csv = new(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        csv.WriteField("case_id");
        csv.WriteField("deadline");
        csv.NextRecord();
    }

    public Task WriteAsync(string caseId, string deadline)
    {
        csv.WriteField(caseId);
        csv.WriteField(deadline);
        return csv.NextRecordAsync();
    }

    public ValueTask DisposeAsync() => csv.DisposeAsync();
}
