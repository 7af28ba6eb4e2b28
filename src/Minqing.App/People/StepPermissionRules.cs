using Minqing.App.Policy.Files;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.People;

/// <summary>A role in the flow must have the permission for its step: the table of permissions would refuse it for ever.</summary>
internal static class StepPermissionRules
{
    public static void Check(Draft draft)
    {
        foreach (var rule in draft.Profile.Flow.Where(f => draft.Readable(ProfileFiles.Flow, "steps") && Permissions.For(f.Step) is not null))
        {
            foreach (var role in rule.Roles.Where(r => !Permissions.Allow(r, rule.Step)))
            {
                draft.Need(false, rule, $"{role.Name()} can never take {rule.Step.Name()}: the role has no permission {Permissions.For(rule.Step)!.Value.Name()}.");
            }
        }

        foreach (var role in draft.Profile.Governance.ConfirmedBy.Where(r => draft.Readable(ProfileFiles.Main, "governance") && !Permissions.Of(r).Any(g => g.Permission == Permission.ConfirmProject)))
        {
            draft.Need(false, draft.Profile.Governance, $"{role.Name()} can never take a project of special governance on: the role has no permission {Permission.ConfirmProject.Name()}.");
        }
    }
}
