using Minqing.App.Policy;

namespace Minqing.App.Tests.Policy;

/// <summary>A check names the national rule that a setting touches, and on which side of it the setting stands.</summary>
[Trait("Spec", "P-21")]
public sealed class NationalRuleTests
{
    [Theory]
    [InlineData("baiyin"), InlineData("huining"), InlineData("yuejincun"), InlineData("wanyuan")]
    public void What_we_ship_stays_on_the_safe_side(string city)
    {
        var touched = Profiles.Check(city).Touched;
        Assert.Empty(touched.Where(t => !t.Safe).Select(t => t.ToString()));
        Assert.All(touched, t => Assert.Matches("^[a-z]+/[a-z]+\\.yaml:[0-9]+$", t.Place));
        Assert.Contains(touched, t => t.Rule.Name.Contains("66号", StringComparison.Ordinal));
        Assert.Contains(touched, t => t.Rule.Name.Contains("第三十四条", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("profile.yaml", "phone-required: false", "phone-required: true", "个人信息保护法")]
    [InlineData("profile.yaml", "satisfied-up-to: 3", "satisfied-up-to: 4", "51号")]
    [InlineData("profile.yaml", "days-at-most: 10", "days-at-most: 40", "第三十四条")]
    [InlineData("profile.yaml", "times: 1", "times: 2", "第三十四条")]
    [InlineData("profile.yaml", "field: discipline }", "field: justice }", "第三十条")]
    [InlineData("profile.yaml", "object-within: 1 working-days", "object-within: 6 working-days", "第二十三条")]
    [InlineData("limits.yaml", "limit: 15 working-days, assumed", "limit: 45 working-days, assumed", "第三十四条")]
    [InlineData("limits.yaml", "clock: first-call, limit: 30 duty-minutes", "clock: first-call, limit: 30 duty-minutes, round-the-clock: true", "减负")]
    [InlineData("limits.yaml", "urgency: urgent, limit: 30 duty-minutes, round-the-clock: true", "urgency: urgent, limit: 30 duty-minutes", "66号")]
    [InlineData("limits.yaml", "until: answered, limit: 60 natural-days", "until: answered, limit: 90 natural-days", "第二十二、三十四条")]
    [InlineData("limits.yaml", "until: accepted, limit: 15 natural-days", "until: accepted, limit: 16 natural-days", "第二十二、三十四条")]
    [InlineData("duties.yaml", "lead: { unit: department, at: county, field: transport }", "lead: { unit: village, at: village }", "66号（五）")]
    [InlineData("categories.yaml", "  - { code: R31,", "  - { code: R32, name: 新的一类, evidence: 1 }\n  - { code: R31,", "12号")]
    [InlineData("flow.yaml", "  - { step: merge, in: [handling], who: area, roles: *centres }\n", "", "66号（五）")]
    public void A_setting_on_the_unsafe_side_is_warned_of_with_its_rule(string file, string was, string now, string rule)
    {
        using var profile = new SpoiltProfile();
        profile.Spoil(file, was, now);
        var report = Profiles.Check(profile.Folder);
        Assert.Empty(report.Problems);
        Assert.Contains(report.Touched, t => !t.Safe && t.Rule.Name.Contains(rule, StringComparison.Ordinal));
    }
}
