using System.CommandLine;
using Minqing.App;
using Spectre.Console;

namespace Minqing.Benchmarks.Beds;

/// <summary>What a benchmark on very many appeals is asked: on which database, with how many, and whether plans are shown.</summary>
internal sealed record ManyAppeals(DatabaseKind? Only, int Appeals, bool Plan = false)
{
    public IEnumerable<DatabaseKind> Databases => Both(Only);

    /// <summary>The command that asks it.</summary>
    public static Command Command(string name, string description, Func<ManyAppeals, CancellationToken, Task<Table>> measure, bool plans = false)
    {
        var (appeals, only) = (AppealsOption(), OnlyOption());
        var plan = new Option<bool>("--plan") { Description = "Shows how the database reads." };
        var command = new Command(name, description) { appeals, only };
        if (plans)
            command.Add(plan);
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await measure(new(parse.GetValue(only), parse.GetValue(appeals), plans && parse.GetValue(plan)), ct));
            return 0;
        });
        return command;
    }

    public static Option<int> AppealsOption() => new("--appeals") { DefaultValueFactory = _ => 1_000_000, Description = "How many are very many." };

    public static Option<DatabaseKind?> OnlyOption() => new("--only") { Description = "One database instead of both." };

    public static IEnumerable<DatabaseKind> Both(DatabaseKind? only) => Enum.GetValues<DatabaseKind>().Where(k => only is null || only == k);
}
