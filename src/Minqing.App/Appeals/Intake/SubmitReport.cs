using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Intake;
using Minqing.Storage.Vault;
using System.Security.Cryptography;
using System.Text;

namespace Minqing.App.Appeals.Intake;

/// <summary>Takes a report down and gives it to the first tier, in one commit. The same key again gives the same receipt.</summary>
public sealed partial class SubmitReport(MinqingDb db, FindPlace findPlace, Chains chains, RuleBook rules, NewCase newCase, Receipts receipts, MasterKeys keys, IntakeLimits limits, TimeProvider clock, ILogger<SubmitReport> log)
{
    private const int Tries = 3;

    public async Task<Result<Receipt>> RunAsync(string key, Submission submission, CancellationToken ct)
    {
        if (key.Length is 0 or > 200 || key.Any(c => c is < '!' or > '~'))
        {
            return new IdempotencyKeyNotUsable();
        }

        // One connection for all of it: each opening anew costs a question to the database.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await TakeDownAsync(key, submission, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<Result<Receipt>> TakeDownAsync(string key, Submission submission, CancellationToken ct)
    {
        var (hashed, body) = (Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key))), submission.PrintBy(keys));
        if (await receipts.OfKeyAsync(hashed, body, ct) is { } before)
        {
            return before;
        }

        if (limits.Take(hashed, submission) is { } wait)
        {
            return wait;
        }

        if ((await findPlace.RunAsync(submission, ct)) is var place && place.Problem is { } nowhere)
        {
            return nowhere;
        }

        var where = await chains.AtAsync(place.Value.Path, ct);
        for (var attempt = 1; ; attempt++)
        {
            var made = await newCase.RunAsync(submission, place.Value, where, rules.For(place.Value.Path), clock.Now(), ct);
            if (made.Problem is { } no)
            {
                // The same message may have come twice and the other have its photos by now.
                return await receipts.OfKeyAsync(hashed, body, ct) ?? no;
            }

            db.SubmissionKeys.Add(new SubmissionKey { Key = hashed, Body = body, Report = made.Value.Main.Id, At = made.Value.Main.ReceivedAt });
            try
            {
                await db.SaveChangesAsync(ct);
                LogReceived(made.Value.Main.Number);
                return receipts.Of(made.Value.Main.Id, made.Value.Main.Number, [.. made.Value.Main.Clocks, .. made.Value.Appeal.Clocks]);
            }
            catch (DbUpdateException failure) when (db.Dialect.LostRace(failure) && attempt < Tries)
            {
                // Either the same key raced us and won (and took the photos), or a number was drawn twice.
                db.ChangeTracker.Clear();
                if (await receipts.OfKeyAsync(hashed, body, ct) is { } winner)
                {
                    return winner;
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Report {Number} received")]
    private partial void LogReceived(string number);
}
