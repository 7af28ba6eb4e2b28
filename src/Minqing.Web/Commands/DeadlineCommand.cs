using System.CommandLine;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Commands;

/// <summary><c>minqing deadline --from FILE.csv</c>: when cases are due that were assigned then, with so many working days.</summary>
internal static class DeadlineCommand
{
    public static Command Make()
    {
        var from = new Option<FileInfo>("--from") { Description = "CSV with the columns case_id, assign_at (China time) and working_days.", Required = true };
        var data = new Option<string>("--data") { Description = "The data folder; its calendar/ adds to the years built in.", DefaultValueFactory = _ => "data" };
        var command = new Command("deadline", "Prints case_id,deadline for every case of a CSV file.") { from, data };
        command.SetAction(async (parse, ct) =>
        {
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            try
            {
                using var file = parse.GetRequiredValue(from).OpenText();
                return await RunAsync(file, Calendars.Read(parse.GetRequiredValue(data)).National, output, error, ct);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                await error.WriteLineAsync(e.Message.AsMemory(), ct);
                return 1;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(TextReader file, WorkCalendar calendar, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var timetable = new Timetable(calendar, Hours.Default);
        var unknown = new SortedSet<int>();
        var bad = false;
        await using var answers = new DeadlineAnswers(output);
        await foreach (var row in DeadlineCases.ReadAsync(file, ct))
        {
            if (row.Wrong is { } wrong)
            {
                bad = true;
                await error.WriteLineAsync($"line {row.Line}: {wrong}".AsMemory(), ct);
                continue;
            }

            var start = LocalTime.ToUtc(row.AssignAt);
            var due = timetable.Due(start, new(row.WorkingDays, Measure.WorkingDays));
            unknown.UnionWith(calendar.Missing(LocalTime.DayOf(start).AddDays(1), LocalTime.DayOf(due)));
            await answers.WriteAsync(row.CaseId, LocalTime.Of(due).ToString(row.Format, null));
        }

        foreach (var year in unknown)
        {
            await error.WriteLineAsync($"warning: the calendar of {year} is not known, only weekends were left out".AsMemory(), ct);
        }

        return bad ? 1 : 0;
    }
}
