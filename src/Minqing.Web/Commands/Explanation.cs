using System.Globalization;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Policy;
using Minqing.App.Regions.Finding;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Commands;

/// <summary>A foretold course in words, each rule with the file and line that it comes from.</summary>
internal sealed class Explanation(Foretold it, ProfileReport report, Category category, TextWriter output)
{
    // The same profile, read with its lines.
    private readonly Profile read = report.Profile ?? it.Profile;

    public async Task WriteAsync(NamedRegion place)
    {
        var of = read.Categories.First(c => c.Code == category.Code);
        await SayAsync($"{category.Code} {category.Name} at {place.FullName} ({place.Region.Code}), by the rules of {read.Id}, version {read.Version}");
        await SayAsync($"category: urgency {category.Urgency.Name()}, mostly {category.Intent.Name()}{(category.Evidence > 0 ? $", a result needs {category.Evidence} photos{(category.ShowsBefore ? ", one of before" : "")}{(category.Within is { } within ? $", taken within {within} m" : "")}" : "")} {At(of)}");
        await FirstAsync();
        await ShouldAsync();
        await ChainAsync();
        await SayAsync("limits, begun now:");
        foreach (var limit in it.Begun)
        {
            await LimitAsync(limit, begun: true);
        }

        await LadderAsync(of);
        await SayAsync("after that:");
        foreach (var limit in it.After)
        {
            await LimitAsync(limit, begun: false);
        }

        await SayAsync($"  the reporter is asked by the desk of {it.Desk.Name} {At(read.FollowUp)}");
    }

    private async Task FirstAsync()
    {
        var (why, at) = it.First.Why switch
        {
            FirstBy.Duty => ("the duty list sends it straight there", At(Duty)),
            FirstBy.Screening => ("it looks at everything before the dispatch", At(read.Screening)),
            FirstBy.Disclosure => ("it alone has what tells of officials' misconduct", At((object?)read.Disclosures ?? read.FollowUp)),
            FirstBy.Level => ("it is of the lowest level that serves the place", At(read.Levels[it.First.Level - 1])),
        };
        await SayAsync($"has it first: {it.Holder.Name}, level {it.First.Level}: {why} {at}");
    }

    private async Task ShouldAsync()
    {
        if (it.First.Why == FirstBy.Disclosure)
        {
            return;
        }

        var lead = it.Should.Lead?.Name ?? "nobody who serves the place";
        if (Duty is not { } duty)
        {
            await SayAsync($"should solve it: {lead}: the duty list says nothing of {category.Code} here, so the lowest level that can");
            return;
        }

        await SayAsync($"should solve it: {lead}: {(it.Should.ByDuty ? $"duty {duty.Id}" : $"duty {duty.Id} names a {duty.Lead.Field ?? duty.Lead.Kind.Name()} unit of the {duty.Lead.Level.Name()} that is not there")} {At(duty)}");
        await SayAsync($"  {(duty.Basis.Length > 0 ? $"by {duty.Basis}; " : "")}done when: {duty.Condition}{(read.Templates.FirstOrDefault(t => t.Id == duty.Reply) is { } reply ? $"; answered with: {reply.Title} {At(reply)}" : "")}");
        if (duty.Assumed)
        {
            await SayAsync("  assumed: to be confirmed by the place");
        }

        if (it.Should.Beside.Count > 0)
        {
            await SayAsync($"  beside it: {string.Join(", ", it.Should.Beside.Select(u => u.Name))}");
        }
    }

    private async Task ChainAsync()
    {
        await SayAsync(it.Profile.HasFirstCall ? "first contact and warnings, tier by tier:" : "warnings, tier by tier (whoever leads makes contact):");
        foreach (var link in it.Where.Chain.Links)
        {
            var roles = string.Join(", ", link.Posts.Select(p => $"{Words.Say($"role.{p.Role.Name()}")} {(p.Held ? p.Name : "(vacant)")}"));
            var filled = link.FilledBy == link.No ? "" : link.FilledBy is { } by ? $"; tier {by} stands in" : "; nobody above stands in";
            await SayAsync($"  {link.No} {(roles.Length > 0 ? roles : "no post")}{filled} {At(read.Chain[link.No - 1])}");
        }
    }

    private async Task LadderAsync(Category of)
    {
        await SayAsync($"upwards{(of.SkipTo is { } to ? $", from the village straight to level {to} at most {At(of)}" : ", one level at a time")}:");
        foreach (var level in it.Ladder)
        {
            await SayAsync($"  {level.Level.No} {level.Unit?.Name ?? "(nobody here)"}: {Limit(level.Handle.Rule)} {At(Row(level.Handle.Rule))}, {level.Level.Grade.Name()}, checked by {level.Checker?.Name ?? "nobody"} {At(read.Levels[level.Level.No - 1])}");
            foreach (var size in level.BySize)
            {
                await SayAsync($"    seen as {size.Grade.Name()} there: {Limit(size.Rule)} {At(Row(size.Rule))}");
            }
        }

        foreach (var past in read.Addressable)
        {
            var names = string.Join(", ", it.Where.Units.Where(u => u.Kind == UnitKind.Department && u.Level == past.At && u.Field is { } field && past.Fields.Contains(field)).Select(u => u.Name));
            await SayAsync($"  from the {past.From.Name()}'s centre directly to departments of the {past.At.Name()}, its centre seeing it: {(names.Length > 0 ? names : "none that serves the place")} {At(past)}");
        }

        if (read.Extension is { Times: > 0 } more)
        {
            await SayAsync($"  lengthened {more.Times} time(s), decided at level {more.DecidedAt} {At(more)}, by at most: {string.Join(", ", Enum.GetValues<Grade>().Select(Days))}");
        }

        string Days(Grade grade) =>
            $"{grade.Name()} {(read.Extension.DaysFor(grade) is var days and > 0 ? $"{days} working days" : "not at all")} {At(read.Extension.ByGrade.FirstOrDefault(g => g.Grade == grade))}".TrimEnd();
    }

    private async Task LimitAsync(ForetoldLimit limit, bool begun)
    {
        await SayAsync($"  {limit.Kind.Name()}: {Limit(limit.Rule)}{(begun ? $", by {Spoken.Exact(limit.Why.Due)}" : "")}{(limit.Rule.Basis is { } law ? $", until it is {limit.Rule.Until.Name()}, by {law}" : "")}: rule {limit.Rule.Id} {At(Row(limit.Rule))}");
        if (begun && limit.Why.LeftOut.Count > 0)
        {
            await SayAsync($"    not counted: {Days(limit.Why.LeftOut)}");
        }

        if (begun && limit.Why.MadeUp.Count > 0)
        {
            await SayAsync($"    counted, being made up for a holiday: {Days(limit.Why.MadeUp)}");
        }
    }

    private Duty? Duty => it.Should.Duty is { } duty ? read.Duties.Duties.First(d => d.Id == duty.Id) : null;

    private LimitRule Row(LimitRule rule) => read.Limits.First(l => l.Id == rule.Id);

    private string At(object? part) => report.Places?.Of(part) is { Length: > 0 } place ? $"[{place}]" : "";

    private Task SayAsync(string words) => output.WriteLineAsync(words.TrimEnd());

    private static string Limit(LimitRule rule) => rule.Limit is { Amount: 0, Measure: Measure.WorkingDays }
        ? "the same working-day"
        : $"{rule.Limit.Amount.ToString(CultureInfo.InvariantCulture)} {rule.Limit.Measure.Name()}{(rule.Limit.RoundTheClock ? ", round the clock" : "")}";

    private static string Days(IReadOnlyList<CalendarDay> days) =>
        string.Join(", ", days.Select(d => $"{d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(d.Name.Length > 0 ? $" {d.Name}" : "")}"));
}
