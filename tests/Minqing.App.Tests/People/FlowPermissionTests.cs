using Minqing.App.Policy;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.People;

public sealed class FlowPermissionTests
{
    [Theory]
    [InlineData("baiyin"), InlineData("huining"), InlineData("yuejincun"), InlineData("wanyuan")]
    [Trait("Spec", "P-11")]
    public void Every_role_in_the_flow_of_a_shipped_profile_has_the_permission_for_its_step(string profile) =>
        Assert.Equal(
            [],
            from rule in Profiles.Load(profile).Flow
            where rule.Who != Relation.Reporter
            from role in rule.Roles
            where !Permissions.Allow(role, rule.Step)
            select $"{rule.Step} {role}");
}
