using System.CommandLine;
using Minqing.App;
using Minqing.Benchmarks.Beds;
using Spectre.Console;

namespace Minqing.Benchmarks.Intake;

/// <summary><c>benchmarks intake</c>: reports accepted by the JSON interface, against a bare endpoint that inserts the same rows; both in one process, in turns.</summary>
internal static class IntakeBenchmark
{
    public static Command Make()
    {
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 32, Description = "Callers at once." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 12, Description = "How long each side is measured, in all its turns." };
        var turns = new Option<int>("--turns") { DefaultValueFactory = _ => 4, Description = "How often the sides take turns, so that another load of the machine falls on both." };
        var only = ManyAppeals.OnlyOption();
        var command = new Command("intake", "Accepting reports, against a bare endpoint that inserts the same rows.") { connections, seconds, turns, only };
        command.SetAction(async (parse, ct) =>
        {
            var load = new IntakeLoad(parse.GetValue(connections), TimeSpan.FromSeconds(parse.GetValue(seconds)), parse.GetValue(turns));
            AnsiConsole.Write(await MeasureAsync(parse.GetValue(only), load, ct));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(DatabaseKind? only, IntakeLoad load, CancellationToken ct)
    {
        var table = new Table().AddColumns("intake", "who", "reports/s", "of bare", "median ms", "p99 ms", "cpu ms each", "of the server", "waits", "refused");
        foreach (var kind in ManyAppeals.Both(only))
        {
            var run = await IntakeRun.OnAsync(kind, load, ct);
            Row("bare", run.Bare, run.BareWaits);
            Row("program", run.Program, run.ProgramWaits);
            Row("program and its background work", run.Busy, null);

            void Row(string who, IntakeFigures f, int? waits) => table.AddFigures(
                kind, who, Math.Round(f.Load.PerSecond), Math.Round(f.Load.PerSecond / run.Bare.Load.PerSecond, 2), Math.Round(f.Load.Share(0.5), 1), Math.Round(f.Load.Share(0.99), 1),
                Math.Round(f.Load.CpuEach, 2), Math.Round(f.Server.TotalMilliseconds / f.Load.Took.Count, 2), kind == DatabaseKind.Sqlite ? null : waits, f.Load.Failed);
        }

        return table;
    }
}

/// <summary>How the sides are loaded.</summary>
internal sealed record IntakeLoad(int Connections, TimeSpan Time, int Turns);
