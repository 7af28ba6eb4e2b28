using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Closing;

/// <summary>A promise whose date has passed without proof starts a new round by itself (H-20).</summary>
public sealed class TakeUpBrokenPromise(MinqingDb db, RuleBook rules, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind == SubjectKind.Appeal && await AppealCase.LoadAsync(db, new(entry.Subject.Id), ct) is { } it)
        {
            it.Appeal.BreakPromise(new(Actor.Platform, clock.Now()), rules.For(it.Appeal.Path));
        }
    }
}
