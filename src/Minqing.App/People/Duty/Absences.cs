using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.Duty;

/// <summary>Who is away when, whatever the post: leave and shifts are laid down one after the other, so that of two who name one another at once the second is refused (O-06).</summary>
public sealed class Absences(MinqingDb db, ManagedPosts managed)
{
    /// <param name="change">Changes the post; a problem changes nothing.</param>
    public Task<Result<Done>> ChangeAsync(Func<Task<Problem?>> change, CancellationToken ct) => db.RacedAsync<Result<Done>>(async () =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ArrangeAloneAsync(ct);
        if (await change() is { } no)
        {
            return no;
        }

        await managed.SaveAsync(ct);
        await transaction.CommitAsync(ct);
        managed.Changed();
        return default(Done);
    });

    /// <summary>Nobody stands in, or has a shift, who is away themselves: it would be with nobody.</summary>
    public async Task<Problem?> OfAsync(PersonId person, DateTime begins, DateTime ends, CancellationToken ct) =>
        await Between(begins, ends).FirstOrDefaultAsync(x => !x.Shift && x.Holder == person && x.Person != person, ct) is { } away ? new StandInIsAway(away.Since, away.Until) : null;

    /// <summary>Nobody goes while another's post is with them, for those days or for a shift.</summary>
    public async Task<Problem?> NeededAsync(PersonId? holder, DateTime begins, DateTime ends, CancellationToken ct) =>
        await Between(begins, ends).FirstOrDefaultAsync(x => x.Person == holder && x.Holder != holder, ct) is { } stands ? new StandsInMeanwhile(stands.Since, stands.Until) : null;

    private IQueryable<LaidDown> Between(DateTime begins, DateTime ends) =>
        db.Posts.AsNoTracking().Where(p => p.Until == null)
            .SelectMany(p => p.StandIns, (p, s) => new LaidDown { Holder = p.Holder, Person = s.Person, Shift = s.Shift, Since = s.Since, Until = s.Until })
            .Where(x => x.Since < x.Until && x.Since < ends && x.Until > begins);

    private sealed class LaidDown
    {
        public PersonId? Holder { get; init; }

        public PersonId Person { get; init; }

        public bool Shift { get; init; }

        public DateTime Since { get; init; }

        public DateTime Until { get; init; }
    }
}
