using System.Globalization;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Commands;

/// <summary>What a profile says, on one screen.</summary>
internal static class ProfileSummary
{
    public static async Task WriteAsync(Profile profile, ProfileReport report, TextWriter output)
    {
        await output.WriteLineAsync($"{profile.Id} {profile.Name} ({profile.Root}), version {profile.Version}: no problems.");
        await output.WriteLineAsync($"duty {Clock(profile.Hours.Duty)}, offices {string.Join(" ", profile.Hours.Working.Select(Clock))}, a working day ends at {profile.Hours.DayEnds.Name()}");
        await PartAsync(output, "chain", profile.Chain.Select(t => $"{t.No} {t.Level.Name()}: {string.Join(", ", t.Roles.Select(r => r.Name()))}"));
        await PartAsync(output, "levels", profile.Levels.Select(l => $"{l.No} {l.Region.Name()}: {l.Unit.Name()}, {l.Grade.Name()}, checked by level {l.CheckedBy}"));
        await PartAsync(output, "addressed directly from below", profile.Addressable.Select(a => $"{a.From.Name()} to departments at {a.At.Name()}: {string.Join(", ", a.Fields)}"));
        await PartAsync(output, "limits", profile.Limits.Select(l => $"{l.Id}{For(l)}: {l.Limit.Amount.ToString(CultureInfo.InvariantCulture)} {l.Limit.Measure.Name()}{(l.Limit.RoundTheClock ? ", round the clock" : "")}"));
        await PartAsync(output, "extensions, in working days", profile.Extension.Times == 0 ? [] : Enum.GetValues<Grade>().Select(g => $"{g.Name()}: {profile.Extension.DaysFor(g).ToString(CultureInfo.InvariantCulture)}"));
        await output.WriteLineAsync($"{profile.Flow.Count} steps, {profile.Categories.Count} categories, {profile.Warnings.Count} warnings, {profile.Templates.Count} templates, {profile.Texts.Count} texts of its own");
        await PartAsync(output, "assumptions (ours where the sources say nothing; to be confirmed by the city)", report.Assumptions);
        await PartAsync(output, "national rules that it touches, on the safe side", report.Touched.Where(t => t.Safe).Select(t => t.ToString()));
        await PartAsync(output, "WARNING, on the unsafe side of a national rule", report.Touched.Where(t => !t.Safe).Select(t => t.ToString()));
    }

    private static async Task PartAsync(TextWriter output, string title, IEnumerable<string> lines)
    {
        foreach (var (line, no) in lines.Select((l, i) => (l, i)))
        {
            if (no == 0)
            {
                await output.WriteLineAsync($"{title}:");
            }

            await output.WriteLineAsync($"  {line}");
        }
    }

    private static string For(LimitRule rule)
    {
        string?[] only = [rule.Level is { } level ? $"level {level}" : null, rule.Category, rule.Grade?.Name(), rule.Urgency?.Name(), rule.Intent?.Name()];
        return only.OfType<string>().ToList() is { Count: > 0 } named ? $" ({string.Join(", ", named)})" : "";
    }

    private static string Clock(OpenHours hours) => $"{hours.From:hh\\:mm}–{(hours.Until == TimeSpan.FromDays(1) ? "24:00" : $"{hours.Until:hh\\:mm}")}";
}
