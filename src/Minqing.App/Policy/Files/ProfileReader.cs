using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>Turns a profile's files into its record. What cannot be read is noted and replaced by something harmless, so that reading goes on.</summary>
internal sealed class ProfileReader(ProfileFiles files)
{
    private static readonly IntakeRules NoIntake = new(0, 0, 0, 0, false, false, "");

    public Profile Read()
    {
        var limits = files.Open(ProfileFiles.Limits);
        var (limitRules, warnings) = (limits?.List("limits", Limit) ?? [], limits?.List("warnings", Warning) ?? []);
        limits?.Makes(limitRules);
        var flow = Whole(ProfileFiles.Flow, f => f.List("steps", FlowStep));
        var categories = Whole(ProfileFiles.Categories, f => f.List("categories", Category));
        var templates = Whole(ProfileFiles.Templates, f => f.List("templates", Template));
        var words = files.Open(ProfileFiles.Texts);
        var texts = words is null ? [] : words.Makes(words.AllTexts());
        if (files.Open(ProfileFiles.Main) is not { } main)
        {
            return new("", files.Version, "", "", Hours.Default, [], [], flow, limitRules, warnings, categories, NoIntake, new(1, 1), new(1, 1, 1), new(1, 1, 1, true), texts, templates);
        }

        main.OptionalText(Extended.Key);
        return main.Makes(new Profile(
            main.Text("id"), files.Version, main.Text("name"), main.Text("root"),
            main.Part("hours") is { } hours ? HoursReader.Read(hours) : Hours.Default,
            main.List("chain", Tier), main.List("levels", Level),
            flow, limitRules, warnings, categories,
            main.Part("intake") is { } i ? i.Makes(Intake(i)) : NoIntake,
            main.Part("first-contact") is { } c ? c.Makes(new FirstContactRules(c.Int("attempts", 1, 9), c.Int("attempt-days", 1, 9))) : new(1, 1),
            main.Part("handling") is { } h ? h.Makes(new HandlingRules(h.Int("send-backs-before-ruling", 1, 9), h.Int("reopen-days", 1, 365), h.Int("urge-every-hours", 1, 720))) : new(1, 1, 1),
            main.Part("follow-up") is { } f ? f.Makes(FollowUp(f)) : new(1, 1, 3, true),
            texts, templates)
        {
            Fields = CourseReader.Fields(main),
            HotDomains = main.Has("hot-domains") ? main.List("hot-domains", CourseReader.HotDomain) : [],
            Addressable = main.Has("addressable") ? main.List("addressable", CourseReader.Address) : [],
            Duties = files.Has(ProfileFiles.Duties) && files.Open(ProfileFiles.Duties) is { } duties ? CourseReader.Duties(duties) : DutyList.None,
            Keywords = files.Has(ProfileFiles.Keywords) && files.Open(ProfileFiles.Keywords) is { } said ? said.Makes(said.List("keywords", Spoken)) : [],
            Screening = CourseReader.Screening(main),
            Disclosures = main.Has("disclosures") && main.Part("disclosures") is { } d ? CourseReader.Sought(d, 1) : null,
            Extension = CourseReader.Extension(main),
            Reconciliation = CourseReader.Reconciliation(main),
            Rounds = main.Has("rounds") ? main.List("rounds", CourseReader.Round) : [],
            Suspensions = main.Has("suspensions") ? main.List("suspensions", CourseReader.Suspension) : [],
            ObjectWithin = main.Has("object-within") ? main.Stands(LimitText.Read(main, "object-within"), "object-within") : null,
            Sms = CourseReader.Sms(main),
            Governance = CourseReader.Governance(main),
            CommendedBy = main.Has("commendation") && main.Part("commendation") is { } award ? award.Makes(award.Codes<Role>("by")) : [],
            Sample = main.Has("sample") && main.Part("sample") is { } sample ? sample.Makes(new SampleRules(sample.Int("percent", 0, 100), sample.Text("seed"))) : SampleRules.None,
            Signs = main.Has("signs") && main.Part("signs") is { } signs ? signs.Makes(new SignRules(signs.Int("minutes", 1, 1440), signs.Int("metres", 10, 100_000), signs.Int("days", 1, 365))) : SignRules.Default,
            UnfoundedLevel = main.OptionalInt("unfounded-level", 1, 9) ?? 1,
        });
    }

    private IReadOnlyList<T> Whole<T>(string name, Func<YamlPart, IReadOnlyList<T>> read) => files.Open(name) is { } file ? file.Makes(read(file)) : [];

    private static Tier Tier(YamlPart part, int no) => part.Makes(new Tier(no, part.Code<RegionLevel>("at"), part.Codes<Role>("roles")));

    private static HandlingLevel Level(YamlPart part, int no) =>
        part.Makes(new HandlingLevel(no, part.Code<RegionLevel>("at"), part.Code<UnitKind>("unit"), part.Code<Grade>("grade"), part.Int("checked-by", 1, 9)));

    private static FlowStep FlowStep(YamlPart part, int no)
    {
        var who = part.Code<Relation>("who");
        return part.Makes(new FlowStep(part.Code<Step>("step"), part.Codes<Stage>("in"), who, who == Relation.Reporter && !part.Has("roles") ? [] : part.Codes<Role>("roles")));
    }

    private static LimitRule Limit(YamlPart part, int no)
    {
        var (id, limit) = (part.Text("id"), LimitText.Read(part, "limit", part.Flag("round-the-clock")));
        return part.Makes(
            new LimitRule(id, part.Code<ClockKind>("clock"), limit, part.OptionalInt("level", 1, 9), part.OptionalText("category"), part.OptionalCode<Grade>("grade"), part.OptionalCode<Urgency>("urgency"), Intent: part.OptionalCode<Intent>("intent"))
            {
                Until = part.OptionalCode<StatutoryEnd>("until") ?? StatutoryEnd.Answered,
                Basis = part.OptionalText("basis"),
                More = part.OptionalInt("extend-days", 1, 365) is { } days ? new(days, part.OptionalInt("extend-at", 1, 9)) : null,
            },
            $"{id}: {part.OptionalText("limit")}");
    }

    private static Warning Warning(YamlPart part, int no) => part.Makes(
        part.OptionalInt("percent", 1, 99) is { } percent
            ? new Warning(part.Int("tier", 1, 9), percent)
            : new Warning(part.Int("tier", 1, 9), null, LimitText.Read(part, "after-due")));

    private static Category Category(YamlPart part, int no) => part.Makes(new Category(
        part.Text("code"), part.Text("name"), part.OptionalCode<Urgency>("urgency") ?? Urgency.Normal, part.OptionalInt("evidence", 0, 9) ?? 0, part.OptionalInt("skip-to", 2, 9),
        part.OptionalCode<Intent>("intent") ?? Intent.Help, part.OptionalText("group"), !part.Has("offered") || part.Flag("offered"),
        part.Has("evidence-before") && part.Flag("evidence-before"), part.OptionalInt("evidence-within", 20, 5000)));

    private static CategoryWords Spoken(YamlPart part, int no) => part.Makes(new CategoryWords(part.Text("code"), part.OptionalTexts("words")));

    private static IntakeRules Intake(YamlPart part) => new(
        part.Int("photos", 0, 9), part.Int("photo-megabytes", 1, 50), part.Int("voice-seconds", 0, 600), part.Int("words-at-most", 100, 10000),
        part.Flag("phone-required"), part.Flag("keep-identity-by-default"), part.Text("hotline"));

    private static FollowUpRules FollowUp(YamlPart part) => new(
        part.Int("level", 1, 9), part.Int("attempts", 1, 9), part.Int("satisfied-up-to", 1, 4), part.Code<Restart>("restart") == Restart.Up);

    private static ReplyTemplate Template(YamlPart part, int no) => part.Makes(new ReplyTemplate(
        part.Text("id"), part.Code<Step>("step"), part.Text("title"), part.Text("text"), part.OptionalTexts("categories")));

    private enum Restart
    {
        Up,
        Same,
    }
}
