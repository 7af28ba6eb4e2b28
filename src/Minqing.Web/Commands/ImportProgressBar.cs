using System.CommandLine;
using System.Diagnostics;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Web.Texts;
using Spectre.Console;

namespace Minqing.Web.Commands;

/// <summary>Shows how far an import is, where somebody watches, and what became of it.</summary>
internal static class ImportProgressBar
{
    /// <summary>0 when the file was taken, 1 when it was refused.</summary>
    public static async Task<int> RunAsync(InvocationConfiguration to, Func<IProgress<ImportProgress>, Task<Result<Imported>>> import)
    {
        var watch = Stopwatch.StartNew();
        var result = ReferenceEquals(to.Output, Console.Out) && !Console.IsOutputRedirected
            ? await AnsiConsole.Progress().AutoClear(true).StartAsync(bar => import(new Bar(bar)))
            : await import(new Silence());
        return result.Problem is { } problem ? Refused(to.Error, problem) : Taken(to.Output, result.Value, watch.Elapsed);
    }

    private static int Taken(TextWriter output, Imported done, TimeSpan took)
    {
        output.WriteLine($"{done.Rows} rows: {done.Added} added, {done.Changed} changed, {done.Same} the same{(done.Skipped > 0 ? $", {done.Skipped} left out" : "")}; {took.TotalSeconds:0.0} s");
        if (done.IgnoredColumns.Count > 0)
            output.WriteLine($"Columns not used: {string.Join(", ", done.IgnoredColumns)}");
        if (done.DryRun)
            output.WriteLine("Dry run: nothing was changed.");
        return 0;
    }

    private static int Refused(TextWriter error, Problem problem)
    {
        if (problem is RowsRefused refused)
        {
            foreach (var row in refused.Rows)
                error.WriteLine($"line {row.Line}: {Words(row.Problem)}");
            if (refused.Count > refused.Rows.Count)
                error.WriteLine($"… and {refused.Count - refused.Rows.Count} more");
        }

        error.WriteLine(Words(problem));
        return 1;
    }

    private static string Words(Problem problem)
    {
        var words = ProblemWords.Of(problem);
        return $"{words.Code}: {(problem is NotValid { Field: var field } and not RowsRefused && !words.Shown.Contains(field, StringComparison.Ordinal) ? $"{field}: " : "")}{words.Shown}";
    }

    private sealed class Silence : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
        }
    }

    private sealed class Bar(ProgressContext context) : IProgress<ImportProgress>
    {
        private readonly Dictionary<ImportPhase, ProgressTask> tasks = [];

        public void Report(ImportProgress value)
        {
            if (!tasks.TryGetValue(value.Phase, out var task))
                tasks[value.Phase] = task = context.AddTask(value.Phase.ToString());
            (task.MaxValue, task.Value, task.IsIndeterminate) = (Math.Max(1, value.Of), value.Done, value.Done == 0);
        }
    }
}
