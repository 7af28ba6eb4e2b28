using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Minqing.App;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Policy;
using Minqing.App.Regions.Finding;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Web.Texts;

namespace Minqing.Web.Commands;

/// <summary><c>minqing profile explain CATEGORY REGION</c>: who gets such a matter there, by when, why, under which rule.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> CategoryArgument = new("category") { Description = "Its code or its name, such as A2." };
    private static readonly Argument<string> RegionArgument = new("region") { Description = "A division code of 12 digits (15 for a grid), or a name: \"白银区 红卫社区\"." };
    private static readonly Option<string?> IntentOption = new("--intent") { Description = "What the reporter wants, where it is not what the category mostly means: inquiry, help, complaint, disclosure, suggestion, praise." };
    private static readonly Option<string?> UrgencyOption = new("--urgency") { Description = "normal, urgent or life-threatening, where it is not the category's." };

    public static Command Make()
    {
        var command = new Command("explain", "Says who gets a matter of a category at a place, by when, why, and under which rule. Nothing is changed.") { CategoryArgument, RegionArgument, IntentOption, UrgencyOption };
        var installation = new Installation(command);
        command.SetAction((parse, ct) => Operators.TellAsync(parse.InvocationConfiguration.Error, () => installation.RunAsync(parse, services => RunAsync(services, parse, ct), ct)));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parse, CancellationToken ct)
    {
        var report = Profiles.Check(services.GetRequiredService<Settings>().Profile);
        var profile = services.GetRequiredService<Profile>();
        Words.SpeakAs(profile.Texts);
        if (!Options(parse, profile, out var category, out var intent, out var urgency))
        {
            return 2;
        }

        var named = await services.GetRequiredService<FindNamedRegions>().RunAsync(parse.GetRequiredValue(RegionArgument), ct);
        if (named is { Ok: true, Value: [_, _, ..] several })
        {
            await SayAsync(parse, $"Which one? {string.Join("; ", several.Select(r => $"{r.FullName} ({r.Region.Code})"))}");
            return 2;
        }

        if (!named.Ok)
        {
            await SayAsync(parse, !await services.GetRequiredService<MinqingDb>().Regions.AnyAsync(ct)
                ? $"This installation has no regions yet: import them, or start it once (./run --profile {profile.Id})."
                : $"There is no region {parse.GetRequiredValue(RegionArgument)}: it takes a division code of 12 digits (15 for a grid), or a name in full.");
            return 1;
        }

        var told = await services.GetRequiredService<ForetellCourse>().RunAsync(named.Value[0].Region, category, intent, urgency, ct);
        if (told.Problem is { } no)
        {
            await SayAsync(parse, ProblemWords.Of(no).Shown);
            return 1;
        }

        await new Explanation(told.Value, report, category, parse.InvocationConfiguration.Output).WriteAsync(named.Value[0]);
        return 0;
    }

    private static bool Options(ParseResult parse, Profile profile, out Category category, out Intent? intent, out Urgency? urgency)
    {
        var (error, asked) = (parse.InvocationConfiguration.Error, parse.GetRequiredValue(CategoryArgument));
        var (wants, hurry) = (parse.GetValue(IntentOption), parse.GetValue(UrgencyOption));
        (intent, urgency) = (wants is null ? null : Kebab.Parse<Intent>(wants), hurry is null ? null : Kebab.Parse<Urgency>(hurry));
        var found = profile.Categories.FirstOrDefault(c => c.Code == asked || c.Name == asked);
        category = found ?? profile.Categories[0];
        if (found is null)
        {
            error.WriteLine($"There is no category {asked}. There are: {string.Join(", ", profile.Categories.Select(c => $"{c.Code} {c.Name}"))}.");
        }

        if ((wants is not null && intent is null) || (hurry is not null && urgency is null))
        {
            error.WriteLine($"--intent is one of {string.Join(", ", Enum.GetValues<Intent>().Select(i => i.Name()))}, --urgency one of {string.Join(", ", Enum.GetValues<Urgency>().Select(u => u.Name()))}.");
            return false;
        }

        return found is not null;
    }

    private static Task SayAsync(ParseResult parse, string words) => parse.InvocationConfiguration.Error.WriteLineAsync(words);
}
