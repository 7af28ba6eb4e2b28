using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Merging;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Desk;

/// <summary>Takes a call down, and where the operator finds that the same is being worked on, makes the caller another reporter of that: with a receipt, notices and a rating of their own (I-20, I-32).</summary>
public sealed class TakeDownJoined(TakeDownFor take, MergeAppeals merge, MinqingDb db)
{
    /// <param name="into">The appeal that it is the same as; null for one of its own.</param>
    public async Task<Result<TakenDown>> RunAsync(Viewer viewer, string key, Submission said, Guid? into, CancellationToken ct)
    {
        var taken = await take.RunAsync(viewer, key, said, ct);
        if (taken.Problem is { } no)
        {
            return no;
        }

        if (into is not { } named)
        {
            return new TakenDown(taken.Value, null);
        }

        db.ChangeTracker.Clear();
        var number = taken.Value.Number;
        var own = await db.Reports.AsNoTracking().Where(r => r.Number == number).Select(r => new { r.Appeal, r.Worked }).SingleAsync(ct);
        // Sent twice it is joined once.
        return new TakenDown(taken.Value, own.Worked != own.Appeal ? null : (await merge.RunAsync(viewer, own.Appeal, named, null, null, ct)).Problem);
    }
}

/// <summary>What the caller gets.</summary>
/// <param name="NotJoined">Why it stands for itself, though it was to be joined; null where nothing stood against it.</param>
public sealed record TakenDown(Receipt Receipt, Problem? NotJoined);
