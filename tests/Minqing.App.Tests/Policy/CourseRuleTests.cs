namespace Minqing.App.Tests.Policy;

/// <summary>What a profile says of duties, of who stands before the dispatch and of time is held against what there is.</summary>
[Trait("Spec", "P-21")]
public sealed class CourseRuleTests
{
    [Theory]
    [InlineData("baiyin", "categories.yaml", "evidence: 1, evidence-before", "evidence: 0, evidence-before", "A1 says what its photos must show, but needs none: evidence is missing.")]
    [InlineData("baiyin", "flow.yaml", "step: agree-purge,", "step: keep-valid,", "What decline asks to be destroyed needs the step agree-purge in declined, by a second person.")]
    [InlineData("baiyin", "duties.yaml", "field: transport", "field: transprot", "the lead of road-county is of the field transprot, which does not exist. Did you mean transport?")]
    [InlineData("baiyin", "duties.yaml", "at: county, field: transport", "at: province, field: transport", "the lead of road-county sits at province, but nobody handles there, only at village, township, county, city.")]
    [InlineData("baiyin", "duties.yaml", ", field: transport", "", "the lead of road-county is a department without its field of work.")]
    [InlineData("baiyin", "duties.yaml", "categories: [A1]", "categories: [A9]", "road-county is for category A9, which does not exist. Did you mean A1?")]
    [InlineData("baiyin", "duties.yaml", "categories: [A1]", "categories: []", "road-county is for no category.")]
    [InlineData("baiyin", "duties.yaml", "categories: [A1]", "categories: [A1, A2]", "road-county and water-supply both say who has A2: one of them never applies.")]
    [InlineData("baiyin", "duties.yaml", "categories: [A1]", "categories: [A1]\n    regions: [\"511781000000\"]", "road-county is for 511781000000, which is no division code of 12 digits below 620400000000.")]
    [InlineData("baiyin", "duties.yaml", "reply: finish-repaired", "reply: finish-repared", "road-county replies with finish-repared, which is no template. Did you mean finish-repaired?")]
    [InlineData("baiyin", "duties.yaml", "reply: finish-repaired", "reply: raise-beyond", "road-county replies with raise-beyond, which is not for finish.")]
    [InlineData("baiyin", "duties.yaml", "condition: 路面", "self-governed: true\n    condition: 路面", "road-county is self-governed: that needs a village as its lead, and the law that leaves it to them.")]
    [InlineData("yuejincun", "duties.yaml", "    basis: 《中华人民共和国人民调解法》第八条\n", "", "disputes is self-governed: that needs a village as its lead, and the law that leaves it to them.")]
    [InlineData("baiyin", "duties.yaml", "id: water-supply", "id: road-county", "The duty road-county stands there twice.")]
    [InlineData("baiyin", "profile.yaml", "code: housing,", "code: market,", "The field market stands there twice.")]
    [InlineData("baiyin", "profile.yaml", "decided-at: 3", "decided-at: 5", "Extensions are decided at level 5, but there are 4.")]
    [InlineData("baiyin", "profile.yaml", "times: 1", "times: 0", "The flow has ask-extension, but extension allows none.")]
    [InlineData("wanyuan", "profile.yaml", "{ grade: difficult, days-at-most: 10 }", "{ grade: cross-region, days-at-most: 10 }", "The grade cross-region stands there twice.")]
    [InlineData("wanyuan", "profile.yaml", "days-at-most: 0\n  by-grade:", "days-at-most: 0\n  by-size:", "The flow has ask-extension, but extension allows none.")]
    [InlineData("baiyin", "profile.yaml", "object-within: 1 working-days", "", "The flow has raise-objection, but object-within is missing.")]
    [InlineData("baiyin", "profile.yaml", "unfounded-level: 3", "unfounded-level: 5", "unfounded-level is 5, but there are 4 levels.")]
    [InlineData("baiyin", "profile.yaml", "at: county, field: discipline", "at: county, field: disciplin", "the unit for disclosures is of the field disciplin, which does not exist. Did you mean discipline?")]
    [InlineData("baiyin", "profile.yaml", "{ level: county, roles", "{ level: grid, roles", "A list goes to grid, but nobody handles there.")]
    [InlineData("baiyin", "profile.yaml", "confirmed-by: [county-political-legal-secretary, ", "confirmed-by: [town-centre, ", "town-centre can never take a project of special governance on: the role has no permission confirm-project.")]
    [InlineData("baiyin", "profile.yaml", "categories: [A2] }", "categories: [A9] }", "The hot domain utilities names the category A9, which there is not. Did you mean A1?")]
    [InlineData("baiyin", "profile.yaml", "code: utilities", "code: A2", "The hot domain A2 needs categories, and a code that is none's.")]
    [InlineData("wanyuan", "profile.yaml", "day: working-days", "day: monday", "The list weekly county stands there twice.")]
    [InlineData("yuejincun", "profile.yaml", "percent: 0", "percent: 10", "sample draws 10 of a hundred, but the flow has no sample-reopen: nobody could reopen one.")]
    [InlineData("baiyin", "limits.yaml", ", basis: 《信访工作条例》第二十二条", "", "petition-accept-complaint is a limit of the law and needs its basis.")]
    [InlineData("baiyin", "limits.yaml", "clock: sign,", "clock: sign, until: accepted,", "until and basis are for limits of the law (clock: statutory), not for sign.")]
    [InlineData("yuejincun", "profile.yaml", "first: { unit: deputy-station, at: village }", "first: { unit: deputy-station, at: city }", "Who screens first sits at city, but nobody handles there, only at village, township.")]
    [InlineData("yuejincun", "flow.yaml", "step: assign, in: [screening, dispatching]", "step: assign, in: [dispatching]", "Nothing gets out of screening without the step assign.")]
    [InlineData("yuejincun", "flow.yaml", "step: assign, in: [screening, dispatching]", "step: assign, in: [screening]", "Nothing gets out of dispatching without the step assign.")]
    [InlineData("yuejincun", "flow.yaml", "  - { step: pass-on, in: [screening], who: screener, roles: [station-chief] }\n", "", "Nothing reaches the second stage without the step pass-on.")]
    [InlineData("yuejincun", "flow.yaml", "  - { step: triage, in: [dispatching], who: judge, roles: [town-centre, deputy-committee] }\n", "", "judges cannot judge without the step triage.")]
    [InlineData("yuejincun", "profile.yaml", "screening:", "screning:", "Unknown setting screning. Did you mean screening?")]
    public void What_does_not_fit_together_is_told_with_its_reason(string city, string file, string was, string now, string reason)
    {
        using var profile = new SpoiltProfile(city);
        profile.Spoil(file, was, now);
        Assert.Contains(profile.Problems, p => p.EndsWith($": {reason}", StringComparison.Ordinal));
    }

    [Fact]
    public void Steps_before_the_dispatch_need_somebody_who_stands_there()
    {
        using var profile = new SpoiltProfile();
        var line = profile.Spoil("flow.yaml", "step: note\n    in: [handling", "step: note\n    in: [screening, handling");
        Assert.Contains($"flow.yaml:{line}: note is taken before the dispatch, but screening names nobody who stands there.", profile.Problems);
    }
}
