using System.CommandLine;
using Minqing.App.Policy;

namespace Minqing.Web.Commands;

/// <summary><c>minqing profile check [NAME|DIR]</c>: holds a city's rules to everything the program asks of them.</summary>
internal static class ProfileCommand
{
    public static Command Make()
    {
        var name = new Argument<string>("profile") { Description = "A folder, or the name of one below profiles/.", DefaultValueFactory = _ => "baiyin" };
        var check = new Command("check", "Prints every problem as file:line: reason; without problems, what the profile says and assumes.") { name };
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

            await ProfileSummary.WriteAsync(profile, report.Assumptions, output);
            return 0;
        });
        return new("profile", "The rules of a city.") { check };
    }
}
