using System.CommandLine;
using Minqing.App.Policy;

namespace Minqing.Web.Commands;

/// <summary><c>minqing profile check [NAME|DIR]</c> holds a city's rules to everything the program asks of them, <c>diff</c> compares two, <c>explain</c> says what they make of a matter.</summary>
internal static class ProfileCommand
{
    public static Command Make() => new("profile", "The rules of a city.") { Check(), Diff(), ExplainCommand.Make() };

    private static Command Check()
    {
        var name = new Argument<string>("profile") { Description = "A folder, or the name of one below profiles/.", DefaultValueFactory = _ => "baiyin" };
        var check = new Command("check", "Prints every problem as file:line: reason; without problems, what the profile says and assumes, and which national rules it touches.") { name };
        check.SetAction(async (parse, ct) =>
        {
            var output = parse.InvocationConfiguration.Output;
            var report = Profiles.Check(parse.GetRequiredValue(name));
            foreach (var problem in report.Problems)
            {
                await output.WriteLineAsync(problem.ToString().AsMemory(), ct);
            }

            if (report is not { Profile: { } profile, Problems: [] })
            {
                return 1;
            }

            await ProfileSummary.WriteAsync(profile, report, output);
            return 0;
        });
        return check;
    }

    private static Command Diff()
    {
        var (one, other) = (new Argument<string>("one") { Description = "A folder, or the name of one below profiles/." }, new Argument<string>("other") { Description = "What to compare it with." });
        var diff = new Command("diff", "Prints what two cities say differently, by file. Exit 0: nothing; 1: something; 2: one of them cannot be read.") { one, other };
        diff.SetAction(async (parse, ct) =>
        {
            var (output, names) = (parse.InvocationConfiguration.Output, new[] { parse.GetRequiredValue(one), parse.GetRequiredValue(other) });
            IReadOnlyList<Difference> differences;
            try
            {
                differences = Profiles.Compare(names[0], names[1]);
            }
            catch (ProfileNotUsableException e)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(e.Message.AsMemory(), ct);
                return 2;
            }

            var (a, b) = (Short(names[0]), Short(names[1]));
            foreach (var file in differences.GroupBy(d => d.File))
            {
                await output.WriteLineAsync(file.Key.AsMemory(), ct);
                foreach (var it in file)
                {
                    await output.WriteLineAsync($"  {it.What}: {(it.One is null ? $"only {b}: {it.Other}" : it.Other is null ? $"only {a}: {it.One}" : $"{a}: {it.One}; {b}: {it.Other}")}".AsMemory(), ct);
                }
            }

            return differences.Count == 0 ? 0 : 1;
        });
        return diff;
    }

    private static string Short(string name) => Path.GetFileName(Path.TrimEndingDirectorySeparator(name));
}
