using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Intake;

namespace Minqing.App.Appeals.Intake;

/// <summary>Makes the case of a submission, gives it to the first tier and stores all of it in one commit.</summary>
public sealed partial class TakeDown(MinqingDb db, Chains chains, RuleBook rules, NewCase newCase, TimeProvider clock, ILogger<TakeDown> log)
{
    /// <summary>Null when the same key was there already, or a number was drawn twice: nothing is stored.</summary>
    public async Task<Result<AppealCase>?> RunAsync(Attempt attempt, Submission submission, Place place, CancellationToken ct)
    {
        var made = await newCase.RunAsync(submission, place, await chains.AtAsync(place.Path, ct), rules.For(place.Path), clock.Now(), ct);
        if (made.Problem is not null)
        {
            db.DropNew();
            return made;
        }

        var report = made.Value.Main;
        db.AddNew(new SubmissionKey { Key = attempt.Key, Body = attempt.Body, Report = report.Id, At = report.ReceivedAt });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (db.Dialect.LostRace(failure))
        {
            db.ChangeTracker.Clear();
            return null;
        }

        LogReceived(report.Number);
        return made;
    }

    [LoggerMessage(LogLevel.Information, "Report {Number} received")]
    private partial void LogReceived(string number);
}
