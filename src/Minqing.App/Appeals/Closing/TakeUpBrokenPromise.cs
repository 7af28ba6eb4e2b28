using Minqing.App.Appeals.Moving;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Closing;

/// <summary>A promise whose date has passed without proof starts a new round by itself (H-20).</summary>
public sealed class TakeUpBrokenPromise(MinqingDb db, RuleBook rules, TakenUpAgain again, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind == SubjectKind.Appeal && await AppealCase.LoadAsync(db, new(entry.Subject.Id), ct) is { } it)
        {
            var (by, ended) = (new By(Actor.Platform, clock.Now()), it.Appeal.Ended);
            var path = await again.PathAsync(it.Appeal, ct);
            it.Appeal.BreakPromise(by, rules.For(path), await again.AboveAsync(it.Appeal, path, rules.For(path), ct));
            await again.BringAsync(it, ended, by, ct);
        }
    }
}
