using Minqing.App.Appeals.Dispatching;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Vault;
using System.Security.Cryptography;

namespace Minqing.App.Appeals.Intake;

/// <summary>Makes report and appeal of a submission and adds them to the save under way.</summary>
public sealed class NewCase(MinqingDb db, IdentityVault vault)
{
    public async Task<Result<AppealCase>> RunAsync(Submission s, Place place, Responsibility where, Rules rules, DateTime now, CancellationToken ct)
    {
        var intake = rules.Profile.Intake;
        var words = Writing.Required(s.Text, "text", intake.WordsAtMost);
        var phone = string.IsNullOrWhiteSpace(s.Phone) ? default(Result<PhoneNumber>?) : PhoneNumber.Read(s.Phone);
        var media = (s.Attachments ?? []).Distinct().Select(id => new MediaId(id)).ToList();
        var problem = words.Problem
            ?? phone?.Problem
            ?? (phone is null && intake.PhoneRequired ? new PhoneMissing() : null)
            ?? (media.Count > intake.Photos + 1 ? new TooManyAttachments(intake.Photos) : null)
            ?? (Problem?)(s.CategoryCode is { } code && rules.Profile.Categories.All(c => c.Code != code) ? new UnknownCategory(code) : null);
        if (problem is not null)
        {
            return problem;
        }

        if (LeadUnits.First(where, rules.Profile) is not { } lead || LeadUnits.At(where, rules.Profile, rules.Profile.FollowUp.Level) is not { } desk)
        {
            return new PlaceNotServed();
        }

        var (reportId, appealId, by) = (new ReportId(Guid.CreateVersion7()), new AppealId(Guid.CreateVersion7()), new By(Actor.Reporter, now));
        var (day, category) = (LocalTime.DayOf(now), rules.Profile.CategoryOf(s.CategoryCode));
        var keep = s.KeepIdentity ?? intake.KeepIdentityByDefault;
        var received = new ReportReceived(
            ReportNumber.Of(day, RandomNumberGenerator.GetBytes(6)), appealId, s.Channel, place, day, words.Value.Id, media, category.Code, keep, phone is not null,
            [.. where.Chain.Links.Select(l => TurnKey.Of(l.No, l.Region))], keep ? TurnKey.Of(desk.Unit) : null, rules.Profile.Id, rules.Profile.Version);
        var report = Report.Receive(reportId, received, words.Value, [], category.Urgency, rules, by);
        var appeal = Appeal.Accept(
            appealId,
            new(reportId, place, day, words.Value.Id, category.Code, Intent.Help, category.Urgency, desk.Unit, rules.Profile.Id, rules.Profile.Version),
            lead, rules, by);
        db.Reports.Add(report);
        db.Appeals.Add(appeal);
        db.ReportAppeals.Add(new() { Report = reportId, Appeal = appealId, Since = now });
        if (Identity(s, phone?.Value) is { } identity)
        {
            vault.Keep(reportId, identity, now);
        }

        await Task.CompletedTask;
        return new AppealCase(appeal, [report]);
    }

    private static Identity? Identity(Submission s, PhoneNumber? phone) =>
        (s.Name, phone, s.Home, s.About) is (null or "", null, null or "", null or "") ? null : new(s.Name?.Trim(), phone, s.Home?.Trim()) { About = s.About?.Trim() };
}
