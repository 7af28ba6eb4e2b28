using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>Every step an appeal can take, and who may take it: one table, built from the profile's flow. The flow narrows the table of permissions and cannot widen it.</summary>
public sealed class Workflow(Profile profile)
{
    private readonly Dictionary<Step, FlowStep> steps = profile.Flow.ToDictionary(f => f.Step);

    /// <summary>Whether the flow has the step from this stage for a role; null asks for the reporter.</summary>
    public bool Allows(Step step, Stage stage, Role? role) =>
        steps.TryGetValue(step, out var rule) && rule.In.Contains(stage)
        && (role is { } r ? rule.Who != Relation.Reporter && rule.Roles.Contains(r) && Permissions.Allow(r, step) : rule.Who == Relation.Reporter);

    /// <summary>The roles of staff that have the step at all; none where it is no step of the flow.</summary>
    public IReadOnlyList<Role> RolesOf(Step step) => steps.TryGetValue(step, out var rule) ? rule.Roles : [];

    /// <summary>The post by which the hand may take the step, or why none does.</summary>
    public Result<By> Choose(Step step, Stage stage, Hand hand, Standing standing)
    {
        if (!steps.TryGetValue(step, out var rule) || !rule.In.Contains(stage))
        {
            return new StepNotPossible(step, stage);
        }

        if (rule.Who == Relation.Reporter)
        {
            return hand.Person is null ? new By(Actor.Reporter, hand.At) : new StepNotYours(step);
        }

        return hand.Posts.FirstOrDefault(p => rule.Roles.Contains(p.Role) && Permissions.Allow(p.Role, step) && standing.Is(rule.Who, p, KeysOf(p), hand.Vacant)) is { } post
            ? hand.As(post)
            : new StepNotYours(step);
    }

    /// <summary>The steps that the hand may take now, in the order of the flow.</summary>
    public IReadOnlyList<Step> Open(Stage stage, Hand hand, Standing standing) =>
        [.. steps.Keys.Where(s => Choose(s, stage, hand, standing).Ok)];

    /// <summary>The keys under which a post finds its turns: its unit's, its own, and those of the tiers it acts for.</summary>
    public static IReadOnlyList<string> KeysOf(HeldPost post) =>
        [TurnKey.Of(post.Unit), TurnKey.Of(post.Id), .. post.Tiers.Select(t => TurnKey.Of(t.Tier, t.Region))];
}
