using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>Reads what a profile says of dispatch, duties and time beyond the plain course; all of it may be left out.</summary>
internal static class CourseReader
{
    private const string EachDay = "working-days";

    public static IReadOnlyList<Field> Fields(YamlPart main) =>
        main.Has("fields") ? main.List("fields", Field) : [];

    public static DutyList Duties(YamlPart file) => file.Makes(new DutyList(file.Text("version"), file.List("duties", Duty)));

    public static Screening? Screening(YamlPart main)
    {
        if (!main.Has("screening") || main.Part("screening") is not { } part)
        {
            return null;
        }

        return part.Makes(new Screening(One(part, "first") ?? new(UnitKind.GovernanceCentre, RegionLevel.Township, null), One(part, "second"), part.Has("judges") ? part.List("judges", Sought) : []));
    }

    public static ExtensionRules Extension(YamlPart main) =>
        main.Has("extension") && main.Part("extension") is { } part ? part.Makes(
            new ExtensionRules(part.Int("decided-at", 1, 9), part.Int("times", 0, 9), part.Int("days-at-most", 0, 90))
            {
                ByGrade = part.Has("by-grade") ? part.List("by-grade", GradeExtension) : [],
            })
            : ExtensionRules.None;

    public static SmsRules Sms(YamlPart main)
    {
        if (!main.Has("sms") || main.Part("sms") is not { } part)
        {
            return SmsRules.Default;
        }

        if (!TimeOnly.TryParseExact(part.Text("digest-at"), "HH:mm", out var at))
        {
            part.Wrong("digest-at is not a time such as 08:00.", "digest-at");
        }

        return part.Makes(new SmsRules(part.Int("a-day", 2, 99), at));
    }

    public static GovernanceRules Governance(YamlPart main) =>
        main.Has("governance") && main.Part("governance") is { } part
            ? part.Makes(new GovernanceRules(part.Int("reports", 2, 99), part.Int("days", 1, 366), part.Code<RegionLevel>("at"), part.Codes<Role>("confirmed-by")))
            : GovernanceRules.Usual;

    public static AddressRule Address(YamlPart part, int no) => part.Makes(new AddressRule(
        part.Code<RegionLevel>("from"), part.Code<RegionLevel>("at"), [.. part.OptionalTexts("fields"), .. part.OptionalTexts("also")]));

    public static HotDomain HotDomain(YamlPart part, int no) => part.Makes(new HotDomain(part.Text("code"), part.Text("name"), part.OptionalTexts("categories")));

    public static SuspensionRule Suspension(YamlPart part, int no) => part.Makes(new SuspensionRule(part.Code<SuspendReason>("reason"), part.Int("days-at-most", 1, 366)));

    public static RoundRule Round(YamlPart part, int no) => part.Makes(new RoundRule(
        part.Code<RegionLevel>("level"), part.Codes<Role>("roles"), new(part.OptionalText("day") == EachDay ? null : part.Code<DayOfWeek>("day"), part.Int("hour", 0, 23)),
        part.OptionalInt("unsolved-days", 1, 366) ?? 30, part.OptionalCode<RegionLevel>("after"), part.OptionalInt("effect-days", 1, 90) ?? 7));

    public static ReconciliationRule? Reconciliation(YamlPart main) =>
        main.Has("reconciliation") && main.Part("reconciliation") is { } part
            ? part.Makes(new ReconciliationRule(new(part.Code<DayOfWeek>("day"), part.Int("hour", 0, 23)), part.Int("working-days", 1, 10), part.Codes<Role>("ruled-by")))
            : null;

    public static UnitSought Sought(YamlPart part, int no) => part.Makes(new UnitSought(part.Code<UnitKind>("unit"), part.Code<RegionLevel>("at"), part.OptionalText("field")));

    private static UnitSought? One(YamlPart part, string key) => part.Has(key) && part.Part(key) is { } unit ? Sought(unit, 1) : null;

    private static GradeExtension GradeExtension(YamlPart part, int no) => part.Makes(
        new GradeExtension(part.Code<Grade>("grade"), part.Int("days-at-most", 0, 90)), $"extension.by-grade: {part.OptionalText("grade")}: {part.OptionalText("days-at-most")}");

    private static Field Field(YamlPart part, int no)
    {
        var field = new Field(part.Text("code"), part.Text("name"));
        return part.Makes(field, $"fields: {field.Code} {field.Name}");
    }

    private static Duty Duty(YamlPart part, int no)
    {
        var lead = One(part, "lead") ?? new(UnitKind.Department, RegionLevel.County, null);
        var duty = new Duty(
            part.Text("id"), part.OptionalTexts("categories"), part.OptionalTexts("regions"), lead, part.Has("co") ? part.List("co", Sought) : [],
            part.Flag("direct"), part.OptionalText("basis") ?? "", part.Text("condition"), part.OptionalText("reply"))
        {
            Assumed = part.Flag("assumed"),
            SelfGoverned = part.Flag("self-governed"),
        };
        return part.Makes(duty, $"duties: {duty.Id}: lead {lead.Field ?? lead.Kind.Name()} at {lead.Level.Name()}");
    }
}
