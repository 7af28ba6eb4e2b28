using Minqing.App.Appeals.Identities;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>One of the six special routes instead of the dispatch; the notice goes to the reporter. Where it holds a secret, nothing but a stub stays.</summary>
public sealed class DeclineAppeal(Acting acting, MinqingDb db, ReportParts parts, PurgeSecret purge, EraseMedia media)
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

        IReadOnlyList<Subject> purged = [];
        Task<Result<StepDone>> Take() => acting.AsStaffAsync(viewer, id, seen, async d =>
        {
            var told = Writing.Required(how.Notice ?? NoticeOf(d.Rules.Profile, how.Route), "notice");
            if (told.Problem is { } no)
            {
                return no;
            }

            if ((d.TakenAbove ? new TakenAbove() : await parts.EndAsync(d.Case, over => d.Appeal.Decline(how.Route, told.Value, over, d.Hand, d.Rules), ct)) is { } refused)
            {
                return refused;
            }

            purged = how.Secret is { } kind ? await purge.TakeAsync(d.Case, kind, d.Appeal.Taken[^1].By, ct) : [];
            return null;
        }, ct);

        return how.Secret is null ? await Take() : await db.WipedAsync(async () =>
        {
            var done = await Take();
            foreach (var subject in done.Ok ? purged : [])
            {
                await media.RemoveFilesAsync(subject, ct);
            }

            return done;
        }, ct);
    }

    /// <summary>What the profile tells a reporter whose matter goes this way; null where it says nothing.</summary>
    public static string? NoticeOf(Profile profile, SpecialRoute route) => profile.Texts.GetValueOrDefault($"route.{route.Name()}");
}

/// <summary>Which way it goes, and what the reporter reads.</summary>
/// <param name="Secret">What kind of secret it holds, where all of it is to be destroyed at once.</param>
/// <param name="Sure">Whoever decides says that they know it cannot be undone.</param>
public sealed record Declining(SpecialRoute Route, string? Written = null, SecretKind? Secret = null, bool Sure = false)
{
    // About a secret nobody writes: the profile's words are told.
    internal string? Notice => Secret is not null || string.IsNullOrWhiteSpace(Written) ? null : Written;

    internal Problem? NotUsable =>
        Secret is null ? null
        : Route != SpecialRoute.SecretOrPrivacy ? new SecretGoesAnotherWay()
        : Sure ? null
        : new NotSure();
}

/// <summary>What holds a secret goes the way of secrets.</summary>
public sealed record SecretGoesAnotherWay() : NotValid("secret");
