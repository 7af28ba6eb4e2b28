using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Intake;

/// <summary>Takes a report down and gives it to the first tier, in one commit. The same key again gives the same receipt.</summary>
public sealed class SubmitReport(MinqingDb db, IntakeLimits limits, FindPlace findPlace, TakeDown takeDown, Receipts receipts)
{
    private const int Tries = 3;

    public async Task<Result<Receipt>> RunAsync(string key, Submission submission, CancellationToken ct)
    {
        if (receipts.AttemptOf(key, submission) is not { } attempt)
        {
            return new IdempotencyKeyNotUsable();
        }

        // One connection for all of it: each opening anew costs a question to the database.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await OnceAsync(attempt, submission, ct);
        }
        finally
        {
            db.DropNew();
            await db.Database.CloseConnectionAsync();
        }
    }

    // Nearly every key is new, so nobody asks first: a known one makes the save fail, and whatever was refused looks whether it was taken down before.
    private async Task<Result<Receipt>> OnceAsync(Attempt attempt, Submission submission, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            var made = await TryAsync(attempt, submission, ct);
            if (made is { Problem: null })
            {
                return receipts.Of(made.Value.Value);
            }

            db.DropNew();
            if (await receipts.OfKeyAsync(attempt, ct) is { } before)
            {
                return before;
            }

            if (made?.Problem is { } no)
            {
                return no;
            }
        }

        throw new InvalidOperationException("No free number was drawn.");
    }

    private async Task<Result<AppealCase>?> TryAsync(Attempt attempt, Submission submission, CancellationToken ct)
    {
        if (limits.Take(attempt.Key, submission) is { } wait)
        {
            return wait;
        }

        var place = await findPlace.RunAsync(submission, ct);
        return place.Problem is { } nowhere ? nowhere : await takeDown.RunAsync(attempt, submission, place.Value, ct);
    }
}
