using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>One of the six special routes instead of the dispatch; the notice goes to the reporter. Where it holds a secret, few see it from now on, until a second person agrees that nothing but a stub stays.</summary>
public sealed class DeclineAppeal(Acting acting, ReportParts parts, PurgeSecret purge)
{
    /// <param name="notice">What the reporter reads; where nothing is written, the profile's words for the route.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, SpecialRoute route, string? notice, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, new(route, notice), seen, ct);

    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Declining how, string? seen, CancellationToken ct)
    {
        if (how.NotUsable is { } unusable)
        {
            return unusable;
        }

        return await acting.AsStaffAsync(viewer, id, seen, async d =>
        {
            var told = Writing.Required(how.Notice ?? NoticeOf(d.Rules.Profile, how.Route), "notice");
            if (told.Problem is { } no)
            {
                return no;
            }

            (SecretKind, Written)? secret = how.Secret is { } kind ? (kind, Writing.Required(how.Reason, "reason").Value) : null;
            if ((d.TakenAbove ? new TakenAbove() : await parts.EndAsync(d.Case, over => d.Appeal.Decline(how.Route, told.Value, over, d.Hand, d.Rules, secret), ct)) is { } refused)
            {
                return refused;
            }

            if (secret is not null)
            {
                await purge.KeepAsync(d.Case, d.Appeal.Taken[^1].By, ct);
            }

            return null;
        }, ct);
    }

    /// <summary>What the profile tells a reporter whose matter goes this way; null where it says nothing.</summary>
    public static string? NoticeOf(Profile profile, SpecialRoute route) => profile.Texts.GetValueOrDefault($"route.{route.Name()}");
}

/// <summary>Which way it goes, and what the reporter reads.</summary>
/// <param name="Secret">What kind of secret it holds, where all of it is to be destroyed.</param>
/// <param name="Reason">Why, for the second person.</param>
public sealed record Declining(SpecialRoute Route, string? Written = null, SecretKind? Secret = null, string? Reason = null)
{
    // About a secret nobody writes: the profile's words are told.
    internal string? Notice => Secret is not null || string.IsNullOrWhiteSpace(Written) ? null : Written;

    internal Problem? NotUsable =>
        Secret is null ? null
        : Route != SpecialRoute.SecretOrPrivacy ? new SecretGoesAnotherWay()
        : Writing.Required(Reason, "reason").Problem;
}

/// <summary>What holds a secret goes the way of secrets.</summary>
public sealed record SecretGoesAnotherWay() : NotValid("secret");
