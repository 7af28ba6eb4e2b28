using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Policy;

[Trait("Spec", "P-21")]
public sealed class ProfilesTests
{
    [Fact]
    public void The_shipped_profile_passes_and_is_what_its_files_say()
    {
        var report = Profiles.Check("baiyin");
        Assert.Empty(report.Problems);
        var profile = report.Profile!;
        Assert.Equal(("baiyin", "620400000000", 7, 4), (profile.Id, profile.Root, profile.Chain.Count, profile.Levels.Count));
        Assert.Equal(new(3, Measure.WorkingDays), profile.RuleFor(ClockKind.Handle, 1, "C4", Grade.Ordinary, Urgency.Normal, "2026").Limit);
        Assert.Equal(new(30, Measure.DutyMinutes, RoundTheClock: true), profile.RuleFor(ClockKind.FirstCall, 1, "R22", Grade.Ordinary, Urgency.Urgent, "2026").Limit);
    }

    [Fact]
    public void Limits_that_no_source_gives_are_shown_as_assumptions()
    {
        var assumed = Profiles.Check("baiyin").Assumptions;
        Assert.Contains("handle-village: 3 working-days", assumed);
        Assert.Contains("handling.reopen-days: 30", assumed);
        Assert.Contains("addressable.also: [ transport, water, environment, natural-resources, housing, emergency ]", assumed);
        Assert.Contains("duties: business: lead development at county", assumed);
        Assert.Contains("fields: taxation 税务", Profiles.Check("wanyuan").Assumptions);
        Assert.DoesNotContain(assumed, a => a.StartsWith("first-call", StringComparison.Ordinal));
    }

    [Fact]
    public void It_lies_beside_the_program() => Assert.StartsWith(AppContext.BaseDirectory, Profiles.Find("baiyin"));

    [Theory]
    [InlineData("profile.yaml", "hotline", "hot-line", "Unknown setting hot-line. Did you mean hotline?")]
    [InlineData("profile.yaml", "duty-to: \"22:00\"", "duty-to: \"25:00\"", "duty-to must be a time of day such as 08:30.")]
    [InlineData("profile.yaml", "duty-to: \"22:00\"", "duty-to: \"06:00\"", "duty-from must be before duty-to.")]
    [InlineData("profile.yaml", "photos: 9", "photos: ten", "photos must be a whole number from 0 to 9.")]
    [InlineData("profile.yaml", "phone-required: false", "phone-required: no", "phone-required must be true or false.")]
    [InlineData("profile.yaml", "\"620400000000\"", "\"6204\"", "root must be a division code of 12 digits.", 2)]
    [InlineData("profile.yaml", "checked-by: 3", "checked-by: 7", "Level 2 is checked by level 7, but there are 4.")]
    [InlineData("profile.yaml", "checked-by: 3", "checked-by: 1", "Level 2 is checked by a level below it.")]
    [InlineData("profile.yaml", "restart: up", "restart: down", "down is not one of up, same.")]
    [InlineData("profile.yaml", "from: county, at: city, fields: [garden]", "from: county, at: city, fields: [gardn]", "addressable names the field gardn, which does not exist. Did you mean garden?")]
    [InlineData("profile.yaml", "also: [transport, water, environment, natural", "also: [transprot, water, environment, natural", "addressable names the field transprot, which does not exist. Did you mean transport?")]
    [InlineData("profile.yaml", "from: county, at: city, fields", "from: city, at: county, fields", "addressable is for departments above: county is not above city.")]
    [InlineData("profile.yaml", "from: county, at: city, fields", "from: county, at: province, fields", "addressable speaks of province, but nobody handles there, only at village, township, county, city.")]
    [InlineData("profile.yaml", "from: county, at: city, fields", "from: township, at: county, fields", "The addressable township to county stands there twice.")]
    [InlineData("profile.yaml", "fields: [garden], also: [transport, water, environment, natural-resources, housing, emergency]", "also: []", "addressable from county at city names no field of work.")]
    [InlineData("profile.yaml", "from: county, at: city, fields", "from: county, at: city, feilds: [garden], fields", "Unknown setting feilds. Did you mean fields?")]
    [InlineData("profile.yaml", "at: village, unit", "at: grid, unit", "Nobody of the chain sits at grid, where level 1 handles.")]
    [InlineData("profile.yaml", "roles: [town-head]", "roles: [town-commissioner]", "The role town-commissioner stands in the chain twice.")]
    [InlineData("profile.yaml", "[attempts, restart]", "[atempts]", "assumed names atempts, which is no setting here. Did you mean attempts?")]
    [InlineData("flow.yaml", "who: pool\n", "who: pol\n", "pol is not one of reporter, pool, pool-or-lead, caller, caller-or-lead, lead, lead-or-co, co, screener, judge, granter, upper, checker, desk, area, area-or-contact. Did you mean pool?")]
    [InlineData("flow.yaml", "step: urge, in: [handling", "step: urge, in: [settled", "urge cannot be taken in settled, only in screening, dispatching, handling, checking, following-up.")]
    [InlineData("flow.yaml", "step: pass-check, in: [checking], who: checker", "step: pass-check, in: [checking], who: lead", "pass-check belongs to checker, not to lead.")]
    [InlineData("flow.yaml", "step: urge,", "step: withdraw,", "The step withdraw stands there twice.", 6)]
    [InlineData("flow.yaml", "who: desk, roles: [follow-up-desk]", "who: desk, roles: [county-centre]", "county-centre can never take follow-up: the role has no permission follow-up.")]
    [InlineData("flow.yaml", "who: desk, roles: [follow-up-desk]", "who: desk, roles: []", "Nobody may take the step follow-up.")]
    [InlineData("flow.yaml", "  - { step: follow-up, in: [following-up], who: desk, roles: [follow-up-desk] }\n", "", "Nothing gets out of following-up without the step follow-up.", 2)]
    [InlineData("limits.yaml", "limit: 3 working-days", "limit: 3 working-day", "limit must be an amount and one of duty-minutes, working-minutes, working-days, natural-days, such as 3 working-days. Did you mean working-days?")]
    [InlineData("limits.yaml", "limit: 3 working-days", "limit: 0 working-days", "limit must be an amount and one of duty-minutes, working-minutes, working-days, natural-days, such as 3 working-days.")]
    [InlineData("limits.yaml", "id: handle-township", "id: handle-village", "The limit handle-village stands there twice.")]
    [InlineData("limits.yaml", "level: 2,", "level: 1,", "handle-village and handle-township are for the very same: one of them never applies.")]
    [InlineData("limits.yaml", "level: 4,", "level: 4, category: A9,", "handle-city is for category A9, which does not exist. Did you mean A1?")]
    [InlineData("limits.yaml", "after-due: 2 working-days, tier: 4", "after-due: 2 working-days, tier: 9", "The warning goes to tier 9, but the chain has 7.")]
    [InlineData("limits.yaml", "percent: 80", "percent: 40", "Shares come first, in rising order, then what comes after the limit.")]
    [InlineData("categories.yaml", "code: A2", "code: A1", "The category A1 stands there twice.")]
    [InlineData("categories.yaml", "skip-to: 3", "skip-to: 5", "A1 may go straight to level 5, but there are 4.")]
    [InlineData("texts.yaml", "report.voice-only", "report.voice-olny", "Nobody asks for the text report.voice-olny. Did you mean report.voice-only?")]
    [InlineData("texts.yaml", "report.voice-only", "reports", "Where voice is taken, report.voice-only says what stands in the place of words.")]
    [InlineData("texts.yaml", "report", "sms.first-call: \"{place}\"\nreport", "sms.first-call must hold {link}.")]
    [InlineData("texts.yaml", "report", "sms.first-call: \"{place}{duo}{link}\"\nreport", "{duo} is not one of place, what, due, day, link. Did you mean due?")]
    [InlineData("texts.yaml", "report", "sms.reporter.receipt: \"{what}{link}\"\nreport", "{what} is not one of number, code, place, due, link.")]
    [InlineData("templates.yaml", "{place}的情况", "{plce}的情况", "{plce} is not one of place, category, unit, date. Did you mean place?")]
    [InlineData("templates.yaml", "[C4, B2", "[C44, B2", "finish-mediated is for category C44, which does not exist. Did you mean C4?")]
    [InlineData("keywords.yaml", "code: A1", "code: A9", "A9 is no category.")]
    [InlineData("templates.yaml", "step: send-back,", "step: sign,", "Nobody writes words in sign.")]
    public void What_is_wrong_is_told_with_file_line_and_reason(string file, string was, string now, string reason, int? line = null)
    {
        using var profile = new SpoiltProfile();
        var spoilt = profile.Spoil(file, was, now);
        Assert.Contains($"{file}:{line ?? spoilt}: {reason}", profile.Problems);
    }

    [Fact]
    public void Every_problem_is_told_at_once_in_the_order_of_files_and_lines()
    {
        using var profile = new SpoiltProfile();
        profile.Spoil("profile.yaml", "hotline", "hot-line");
        profile.Spoil("profile.yaml", "checked-by: 3", "checked-by: 7");
        profile.Spoil("flow.yaml", "who: pool\n", "who: pol\n");
        profile.Spoil("limits.yaml", "id: check", "id: sign");
        profile.Spoil("categories.yaml", "code: A2", "code: A1");
        Assert.Equal(["profile.yaml:28", "profile.yaml:33", "profile.yaml:39", "flow.yaml:14", "limits.yaml:14", "categories.yaml:5", "categories.yaml:5"], profile.Problems.Select(p => p[..p.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_clock_without_a_limit_at_one_level_is_named()
    {
        using var profile = new SpoiltProfile();
        profile.Spoil("limits.yaml", "level: 3,", "level: 3, urgency: urgent,");
        Assert.Equal(["limits.yaml:3: There is no limit for handle at level 3."], profile.Problems);
    }

    [Theory]
    [InlineData("id: baiyin\nid: baiyin\n", "profile.yaml:2: Not YAML (column 1): Duplicate key id")]
    [InlineData("id: [baiyin\n", "profile.yaml:2: Not YAML")]
    [InlineData("- a\n- b\n", "profile.yaml:1: The file must hold one document of settings.")]
    [InlineData("", "profile.yaml:1: The file must hold one document of settings.")]
    public void A_file_that_is_no_settings_is_told(string text, string problem)
    {
        using var profile = new SpoiltProfile();
        File.WriteAllText(Path.Combine(profile.Folder, "profile.yaml"), text);
        Assert.StartsWith(problem, Assert.Single(profile.Problems));
    }

    [Fact]
    public void A_missing_file_and_one_in_another_encoding_are_told()
    {
        using var profile = new SpoiltProfile();
        File.Delete(Path.Combine(profile.Folder, "flow.yaml"));
        File.WriteAllBytes(Path.Combine(profile.Folder, "texts.yaml"), [0xd6, 0xd0, 0xb9, 0xfa]);
        Assert.Equal(["flow.yaml:1: The file is missing.", "texts.yaml:1: The file is not UTF-8."], profile.Problems);
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_told_with_what_was_meant() =>
        Assert.EndsWith("Did you mean baiyin?", Assert.Single(Profiles.Check("bayin").Problems).Reason);

    [Fact]
    public void Loading_a_spoilt_one_throws_every_line()
    {
        using var profile = new SpoiltProfile();
        profile.Spoil("categories.yaml", "name: 产业发展与营商环境", "name: 城乡建设与规划");
        var thrown = Assert.Throws<ProfileNotUsableException>(() => Profiles.Load(profile.Folder));
        Assert.Equal($"{Path.Combine(Path.GetDirectoryName(profile.Folder)!, "base", "categories.yaml")}:16: The name 城乡建设与规划 stands there twice.", thrown.Message);
    }

    [Fact]
    public void Any_change_of_a_rule_is_another_version()
    {
        using var profile = new SpoiltProfile();
        var before = Profiles.Load(profile.Folder).Version;
        profile.Spoil("limits.yaml", "3 working-days", "4 working-days");
        Assert.NotEqual(before, Profiles.Load(profile.Folder).Version);
    }
}
