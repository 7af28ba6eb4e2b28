using Minqing.App.Policy;

namespace Minqing.App.Tests.Policy;

/// <summary>What two profiles say differently, setting by setting.</summary>
[Trait("Spec", "P-21")]
public sealed class CompareTests
{
    [Fact]
    public void A_city_differs_from_itself_in_nothing() => Assert.Empty(Profiles.Compare("wanyuan", "wanyuan"));

    [Fact]
    public void A_changed_an_added_and_a_removed_setting_are_each_named_once()
    {
        using var profile = new SpoiltProfile();
        profile.Spoil("limits.yaml", "level: 2, limit: 5 working-days", "level: 2, limit: 7 working-days");
        profile.Spoil("categories.yaml", "  - { code: R31,", "  - { code: R32, name: 新的一类, offered: false }\n  - { code: R31,");
        profile.Spoil("profile.yaml", "unfounded-level: 3", "");
        profile.Spoil("flow.yaml", "step: whistle, in: [handling], who: lead, roles: [village-secretary, ", "step: whistle, in: [handling], who: lead, roles: [");
        Assert.Equal(
        [
            new("profile.yaml", "unfounded-level", "3", null),
            new("flow.yaml", "steps: whistle: roles", "also village-secretary", "nothing more"),
            new("limits.yaml", "limits: handle-township: limit", "5 working-days", "7 working-days"),
            new("categories.yaml", "categories: R32", null, "code R32, name 新的一类, offered false"),
        ], Profiles.Compare("baiyin", profile.Folder));
    }

    [Fact]
    public void What_a_city_takes_from_the_one_it_extends_is_no_difference()
    {
        var differences = Profiles.Compare("baiyin", "huining");
        Assert.DoesNotContain(differences, d => d.File is "duties.yaml" or "categories.yaml" or "templates.yaml");
        Assert.Contains(new("limits.yaml", "limits: handle-city", "id handle-city, clock handle, level 4, limit 15 working-days, assumed true", null), differences);
        Assert.Contains(new("profile.yaml", "chain: no. 1: roles", "also village-police, posted-cadre", "also grid-leader"), differences);
    }

    [Fact]
    public void One_that_cannot_be_read_is_told()
    {
        using var profile = new SpoiltProfile();
        File.WriteAllText(Path.Combine(profile.Folder, "flow.yaml"), "steps: [");
        Assert.Contains("flow.yaml:2: Not YAML", Assert.Throws<ProfileNotUsableException>(() => Profiles.Compare("baiyin", profile.Folder)).Message, StringComparison.Ordinal);
    }
}
