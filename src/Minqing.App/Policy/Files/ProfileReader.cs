using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>Turns a profile's files into its record.</summary>
internal sealed class ProfileReader(ProfileFiles files)
{
    public Profile Read()
    {
        var main = files.Open("profile.yaml");
        var (limits, warnings) = Limits(files.Open("limits.yaml"));
        var profile = new Profile(
            main.Text("id"), files.Version, main.Text("name"), main.Text("root"),
            Hours(main.Part("hours")),
            [.. main.Parts("chain").Select((tier, i) => Tier(tier, i + 1))],
            [.. main.Parts("levels").Select((level, i) => Level(level, i + 1))],
            Flow(files.Open("flow.yaml")),
            limits, warnings,
            Categories(files.Open("categories.yaml")),
            Intake(main.Part("intake")), FirstContact(main.Part("first-contact")), Handling(main.Part("handling")), FollowUp(main.Part("follow-up")),
            files.Open("texts.yaml").AllTexts(),
            Templates(files.Open("templates.yaml")));
        main.Close();
        return profile;
    }

    private static Hours Hours(YamlPart? part)
    {
        if (part is null)
        {
            return Domain.Kernel.Hours.Default;
        }

        var (duty, working, ends) = (Open(part, "duty-from", "duty-to"), part.Parts("working").Select(p => Closed(p, Open(p, "from", "to"))).OfType<OpenHours>().ToList(), part.Code<DayEnds>("day-ends"));
        part.Close();
        if (working.Count == 0 || working.Zip(working.Skip(1)).Any(pair => pair.First.Until > pair.Second.From))
        {
            part.Wrong("working needs stretches of hours in order, none overlapping.");
            return Domain.Kernel.Hours.Default;
        }

        return new(duty ?? Domain.Kernel.Hours.Default.Duty, working, ends);
    }

    private static OpenHours? Closed(YamlPart part, OpenHours? hours)
    {
        part.Close();
        return hours;
    }

    private static OpenHours? Open(YamlPart part, string fromKey, string toKey)
    {
        var (from, to) = (Time(part, fromKey), Time(part, toKey));
        if (from is null || to is null)
        {
            return null;
        }

        if (to != TimeOnly.MinValue && from >= to)
        {
            part.Wrong($"{fromKey} must be before {toKey}.");
            return null;
        }

        return new(from.Value, to.Value);
    }

    private static TimeOnly? Time(YamlPart part, string key)
    {
        var text = part.Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        if (text.Length > 0)
        {
            part.Wrong($"{key} is not a time of day such as 08:30.");
        }

        return null;
    }

    private static Tier Tier(YamlPart part, int no)
    {
        var tier = new Tier(no, part.Code<RegionLevel>("at"), part.Codes<Role>("roles"));
        part.Close();
        return tier;
    }

    private static HandlingLevel Level(YamlPart part, int no)
    {
        var level = new HandlingLevel(no, part.Code<RegionLevel>("at"), part.Code<UnitKind>("unit"), part.Code<Grade>("grade"), part.Int("checked-by", 1, 9));
        part.Close();
        return level;
    }

    private static List<FlowStep> Flow(YamlPart file)
    {
        var steps = file.Parts("steps").Select(part =>
        {
            var who = part.Code<Relation>("who");
            var step = new FlowStep(part.Code<Step>("step"), part.Codes<Stage>("in"), who, who == Relation.Reporter ? [] : part.Codes<Role>("roles"));
            part.Close();
            return step;
        }).ToList();
        file.Close();
        return steps;
    }

    private static (IReadOnlyList<LimitRule> Limits, IReadOnlyList<Warning> Warnings) Limits(YamlPart file)
    {
        var warnings = file.Parts("warnings").Select(part =>
        {
            var warning = part.OptionalInt("percent", 1, 99) is { } percent
                ? new Warning(part.Int("tier", 1, 9), percent)
                : new Warning(part.Int("tier", 1, 9), null, LimitText.Read(part, "after-due"));
            part.Close();
            return warning;
        }).ToList();
        var limits = file.Parts("limits").Select(part =>
        {
            var rule = new LimitRule(
                part.Text("id"), part.Code<ClockKind>("clock"), LimitText.Read(part, "limit", part.Flag("round-the-clock")) ?? new(1, Measure.WorkingDays),
                part.OptionalInt("level", 1, 9), part.OptionalText("category"), part.OptionalCode<Grade>("grade"), part.OptionalCode<Urgency>("urgency"));
            part.Close();
            return rule;
        }).ToList();
        file.Close();
        return (limits, warnings);
    }

    private static List<Category> Categories(YamlPart file)
    {
        var categories = file.Parts("categories").Select(part =>
        {
            var category = new Category(part.Text("code"), part.Text("name"), part.OptionalCode<Urgency>("urgency") ?? Urgency.Normal, part.OptionalInt("evidence", 0, 9) ?? 0, part.OptionalInt("skip-to", 2, 9));
            part.Close();
            return category;
        }).ToList();
        file.Close();
        return categories;
    }

    private static IntakeRules Intake(YamlPart? part)
    {
        var rules = part is null
            ? new IntakeRules(0, 0, 0, 0, false, false, "")
            : new(part.Int("photos", 0, 9), part.Int("photo-megabytes", 1, 50), part.Int("voice-seconds", 0, 600), part.Int("words-at-most", 100, 10000), part.Flag("phone-required"), part.Flag("keep-identity-by-default"), part.Text("hotline"));
        part?.Close();
        return rules;
    }

    private static FirstContactRules FirstContact(YamlPart? part)
    {
        var rules = part is null ? new FirstContactRules(1, 1) : new(part.Int("attempts", 1, 9), part.Int("attempt-days", 1, 9));
        part?.Close();
        return rules;
    }

    private static HandlingRules Handling(YamlPart? part)
    {
        var rules = part is null ? new HandlingRules(1, 1, 1) : new(part.Int("send-backs-before-ruling", 1, 9), part.Int("reopen-days", 1, 365), part.Int("urge-every-hours", 1, 720));
        part?.Close();
        return rules;
    }

    private static FollowUpRules FollowUp(YamlPart? part)
    {
        var rules = part is null ? new FollowUpRules(1, 1, 3, true) : new(part.Int("level", 1, 9), part.Int("attempts", 1, 9), part.Int("satisfied-up-to", 1, 4), part.Text("restart") == "up");
        part?.Close();
        return rules;
    }

    private static List<ReplyTemplate> Templates(YamlPart file)
    {
        var templates = file.Parts("templates").Select(part =>
        {
            var template = new ReplyTemplate(part.Text("id"), part.Code<Step>("step"), part.Text("title"), part.Text("text"));
            part.Close();
            return template;
        }).ToList();
        file.Close();
        return templates;
    }
}
