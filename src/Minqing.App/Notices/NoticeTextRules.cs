using Minqing.App.Policy.Files;
using Minqing.Domain.Policy;

namespace Minqing.App.Notices;

/// <summary>A profile's own words must be asked for by somebody, name only what can be filled in, and fit an SMS.</summary>
internal static class NoticeTextRules
{
    // Three parts of a Chinese SMS, with the link in it.
    private const int LongestSms = 160;

    private const string VoiceOnly = "report.voice-only";
    private const string PhoneCode = "sms.phone-code";

    private const string Part = "sms.reporter.part";

    private static readonly string[] OfPart = ["no", "what"];
    private static readonly string[] OfStaff = ["place", "what", "due", "day", "link"];
    private static readonly string[] OfReorganisation = ["old", "new"];
    private static readonly string[] OfPhoneCode = ["code", "minutes"];
    private static readonly string[] OfDigest = ["count", "late", "near", "link"];
    private static readonly string[] OfReporter = ["number", "code", "place", "due", "link"];

    public static void Check(Draft draft)
    {
        if (!draft.Readable(ProfileFiles.Texts, ProfileFiles.Texts))
        {
            return;
        }

        var (texts, known) = (draft.Profile.Texts, NoticeTexts.Keys.Append(VoiceOnly).Concat(Named).ToList());
        draft.Need(draft.Profile.Intake.VoiceSeconds == 0 || texts.ContainsKey(VoiceOnly), texts, $"Where voice is taken, {VoiceOnly} says what stands in the place of words.");
        foreach (var (key, text) in texts)
        {
            draft.Need(known.Contains(key), text, $"Nobody asks for the text {key}.{Nearest.Hint(key, known)}");
            var facts = key == PhoneCode ? OfPhoneCode : key.StartsWith("reorganised.", StringComparison.Ordinal) ? OfReorganisation : key == Part ? OfPart : key == "sms.digest" ? OfDigest : key.StartsWith("sms.reporter.", StringComparison.Ordinal) ? OfReporter : OfStaff;
            foreach (var hole in Holes.In(text).Where(h => !facts.Contains(h)))
            {
                draft.Need(false, text, $"{{{hole}}} is not one of {string.Join(", ", facts)}.{Nearest.Hint(hole, facts)}");
            }

            if (key.StartsWith("sms.", StringComparison.Ordinal) && key != Part)
            {
                var must = key == PhoneCode ? "code" : "link";
                draft.Need(Holes.In(text).Contains(must), text, $"{key} must hold {{{must}}}.");
                draft.Need(text.Length <= LongestSms, text, $"{key} has {text.Length} characters, an SMS takes {LongestSms}.");
            }
        }
    }

    // What a city may call by its own names: posts, levels, kinds of units, and who calls whoever reports.
    private static IEnumerable<string> Named =>
    [
        "report.caller",
        "report.keeper",
        .. Enum.GetValues<Role>().Select(r => $"role.{r.Name()}"),
        .. Enum.GetValues<SpecialRoute>().Select(r => $"route.{r.Name()}"),
        .. Enum.GetValues<RegionLevel>().Select(l => $"staff.level.{l.Name()}"),
        .. Enum.GetValues<UnitKind>().Select(u => $"admin.unit.{u.Name()}"),
    ];
}
