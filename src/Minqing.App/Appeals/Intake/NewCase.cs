using System.Security.Cryptography;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Intake;

/// <summary>Makes report and appeal of a submission and adds them to the save under way.</summary>
public sealed class NewCase(MinqingDb db, IdentityVault vault, BindMedia bind)
{
    public async Task<Result<AppealCase>> RunAsync(Submission typed, Place place, Responsibility where, Rules rules, DateTime now, CancellationToken ct)
    {
        // Where nobody chose a category the words do, whichever way they came.
        var suggested = SuggestedCategory.Of(rules.Profile, typed.Text)?.Category.Code;
        var s = typed with { CategoryCode = typed.CategoryCode ?? suggested, Suggested = suggested };
        var read = Reading.Of(s, rules.Profile);
        if (read.Problem is { } unusable)
        {
            return unusable;
        }

        // Whom it is about does not stand among those who could have it: it goes one level up.
        var about = s.AboutUnit is { } named ? new UnitId(named) : (UnitId?)null;
        var others = where with { Units = [.. where.Units.Where(u => u.Id != about)] };
        var (disclosure, category) = (s.Intent == Intent.Disclosure, rules.Profile.CategoryOf(s.CategoryCode).Code);
        if ((disclosure ? FirstUnit.ForDisclosure(others, rules.Profile) : FirstUnit.Of(others, rules.Profile, category)) is not { } first || LeadUnits.Instead(others, rules.Profile, rules.Profile.FollowUp.Level - 1, _ => false) is not { } desk)
        {
            return new PlaceNotServed();
        }

        if (about is not null && others.Units.Count == where.Units.Count)
        {
            return new NoSuchUnitHere();
        }

        var reading = read.Value;
        var id = new ReportId(Guid.CreateVersion7());
        var media = await KeepAsync(id, reading, rules, now, ct);
        var words = media.Problem is null ? reading.WordsWith(media.Value, rules.Profile) : media.Problem;
        return words.Problem is { } no ? no : Make(id, s, reading, words.Value, media.Value, place, where, first, desk.Unit, rules, new(s.TakenBy ?? Actor.Reporter, now));
    }

    // The identity goes into the vault; voice, and every picture of someone who wants to stay unknown, under the same key.
    private async Task<Result<IReadOnlyList<BoundMedia>>> KeepAsync(ReportId id, Reading reading, Rules rules, DateTime now, CancellationToken ct)
    {
        var key = reading.Identity is not null || reading.Media.Count > 0 ? vault.Keep(id, reading.Identity ?? new Identity(null, null), now) : null;
        return reading.Media.Count == 0
            ? Array.Empty<BoundMedia>()
            : await bind.RunAsync(reading.Media, new(SubjectKind.Report, id.Value), key, reading.KeepIdentity, MediaLimits.Of(rules.Profile.Intake), ct);
    }

    private Result<AppealCase> Make(
        ReportId id, Submission s, Reading reading, Written words, IReadOnlyList<BoundMedia> media, Place place, Responsibility where, FirstUnit first, UnitId desk, Rules rules, By by)
    {
        var (appealId, day, category) = (new AppealId(Guid.CreateVersion7()), LocalTime.DayOf(by.At), rules.Profile.CategoryOf(s.CategoryCode));
        var about = s.AboutUnit is { } named ? new UnitId(named) : (UnitId?)null;
        var ladder = LadderOf(s, where, about, category.Code);
        var called = rules.Profile.HasFirstCall;
        var received = new ReportReceived(
            ReportNumber.Of(day, RandomNumberGenerator.GetBytes(6)), appealId, s.Channel, place, day, words.Id, [.. media.Select(m => m.Ref)],
            category.Code, reading.KeepIdentity, reading.HasPhone, called ? ladder : [],
            CallerOf(s, reading, called && ladder.Count == 0, first, desk), rules.Profile.Id, rules.Profile.Version)
        { Consent = s.Consent, Suggested = s.Suggested };
        var accepted = new AppealAccepted(id, place, day, words.Id, category.Code, s.Intent ?? category.Intent, category.Urgency, desk, rules.Profile.Id, rules.Profile.Version, about);
        var made = new AppealCase(first.Begin(appealId, accepted, rules, by), [Report.Receive(id, received, words, [], category.Urgency, rules, by)]);
        if (Writing.Optional(s.DoneOnSpot) is { } done && made.Appeal.SolveOnSpot(done, received.Media, LeadUnits.CheckerOf(where, rules.Profile, made.Appeal.Level, made.Appeal.Lead, made.Appeal.IsAbout) ?? desk, by, rules) is { } notSolved)
        {
            return notSolved;
        }

        db.AddNew(made.Main);
        db.AddNew(made.Appeal);
        db.AddNew(new ReportAppeal { Report = id, Appeal = appealId, Since = by.At });
        return made;
    }

    // Nobody of the chain is told of officials' misconduct, and no tier of what is about itself, or is no matter of any of its posts.
    private static IReadOnlyList<string> LadderOf(Submission s, Responsibility where, UnitId? about, string category)
    {
        var avoided = about is null ? [] : Avoided.Tiers(where, about, null);
        return s.Intent == Intent.Disclosure ? [] : [.. where.Chain.Links.Where(l => l.Acting.Count == 0 || l.Acting.Any(p => p.Serves(category))).Select(l => TurnKey.Of(l.No, l.Region)).Where(key => !avoided.Contains(key))];
    }

    // The desk that makes the first call, where the chain does not.
    private static string? CallerOf(Submission s, Reading reading, bool nobodyElse, FirstUnit first, UnitId desk) =>
        s.Intent == Intent.Disclosure ? TurnKey.Of(first.Unit)
        : reading.KeepIdentity || nobodyElse ? TurnKey.Of(desk)
        : null;
}
