using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.People;
using Minqing.Storage.Regions;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Lists;

/// <summary>One appeal for those who handle it: what and where, the next step, the person masked, the story, the clocks.</summary>
public sealed class ReadAppeal(MinqingDb db, IdentityVault vault, Chains chains, RuleBook rules, ReportParts reportParts, Chronicle chronicle, TimeProvider clock)
{
    public async Task<Result<AppealView>> RunAsync(Viewer viewer, AppealId id, CancellationToken ct)
    {
        if (await AppealCase.LoadAsync(db, id, ct) is not { } it || !viewer.Sees(it.Appeal))
        {
            return new NoSuchAppeal();
        }

        var (appeal, rule) = (it.Appeal, rules.For(it.Appeal.Path));
        await db.NoteAccessAsync(viewer, appeal, clock.Now(), ct);
        var where = await chains.AtAsync(appeal.Path, ct);
        var masked = await vault.MaskedAsync([.. it.Reports.Where(r => Masked(viewer, it, r)).Select(r => r.Id)], ct);
        var parts = await reportParts.OfAsync([.. it.Reports.Select(r => r.Id)], ct);
        var story = PartStory.OwnWords(PartStory.Of(await chronicle.ReadAsync([appeal.Subject, .. it.Reports.Select(r => r.Subject)], ct), parts.Values, id), it.Reports, parts, id);
        if (!viewer.May(Permission.SeeFollowUps, appeal.Path))
        {
            // Who pressed a reporter may be the one who reads this.
            story = [.. story.Where(e => e.Fact<PressureTold>() is null)];
        }

        if (!Needs(viewer, it) && story.Count > 0)
        {
            var texts = story[0].Texts.ToDictionary(t => t.Key, t => PersonalData.Masked(t.Value));
            story = [.. story.Select(e => e with { Texts = texts })];
        }

        var hand = await viewer.HandAt(clock.Now()).TowardsAsync(appeal, rule, db, ct);
        var units = appeal.Orders.SelectMany(o => new[] { o.Unit, o.Issuer ?? o.Unit }).Append(appeal.Desk).Concat(appeal.Rounds.Select(r => r.Checker).OfType<UnitId>()).Distinct().ToList();
        var open = it.Reports.ToDictionary(r => r.Id, r => rule.Workflow.Open(appeal.Stage, hand, appeal.StandingWith(r)));
        var first = new[] { appeal.PurgeAskedBy, appeal.InvalidProposedBy }.Contains(viewer.Person);
        var mayNotCheck = open.Values.Any(s => s.Contains(Step.PassCheck)) ? appeal.NotSecondEyes(hand) : null;
        if (mayNotCheck is not null || first)
        {
            // What would only be refused is not offered.
            open = open.ToDictionary(o => o.Key, o => (IReadOnlyList<Step>)[.. o.Value.Where(s => s is Step.PassCheck or Step.RejectResult ? mayNotCheck is null : !first || s is not (Step.AgreePurge or Step.RefusePurge or Step.ConfirmInvalid or Step.KeepValid))]);
        }

        // What has ended is told in the names of then.
        var at = appeal.Ended && story.Count > 0 ? story[^1].At : hand.At;
        return new AppealView(
            it, rule, open,
            [.. open.Values.SelectMany(s => s).Distinct()],
            masked, story, where,
            await db.CalledAsync(units, at, ct),
            [.. it.Reports.SelectMany(r => r.Clocks).Concat(appeal.Clocks).OrderBy(c => c.StartAt)],
            rule.Profile.CategoryOf(appeal.Category),
            it.Reports.Select(r => TwoTimes.Of(appeal, r, rule.Timetable, hand.At)).MaxBy(t => t.Citizen)!,
            Seen.Of(it))
        {
            Now = hand.At,
            MayNotCheck = mayNotCheck,
            Siblings = await SiblingsAsync(viewer, id, parts, rule.Profile, ct),
            Around = await db.CalledAsync(appeal.Path, LocalTime.DayOf(at), ct),
            Unjudged = [.. (await db.JudgesAsync(appeal, where, rule, hand.At, ct)).Where(j => appeal.Triages.All(t => t.Unit != j.Id))],
            Own = [.. appeal.Orders.Where(o => o.Open && viewer.Posts.Any(p => p.Unit == o.Unit))],
        };
    }

    // The other parts of what its reporters said, as far as the viewer sees them.
    private async Task<IReadOnlyList<SiblingPart>> SiblingsAsync(Viewer viewer, AppealId id, IReadOnlyDictionary<ReportId, IReadOnlyList<ReportPart>> parts, Profile profile, CancellationToken ct)
    {
        var beside = parts.Values.Where(p => p.Count > 1).SelectMany(p => p).Where(p => p.Appeal != id).DistinctBy(p => p.Appeal).ToList();
        if (beside.Count == 0)
        {
            return [];
        }

        var ids = beside.ConvertAll(p => p.Appeal);
        var seen = (await db.Appeals.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct)).Where(viewer.Sees).ToDictionary(a => a.Id);
        var leads = seen.Values.Select(a => a.Lead).OfType<UnitId>().ToList();
        var names = await db.Units.AsNoTracking().Where(u => leads.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return [.. beside.Where(p => seen.ContainsKey(p.Appeal)).OrderBy(p => p.No)
            .Select(p => new SiblingPart(p.Appeal, p.No, profile.CategoryOf(p.Category).Name, p.Stage, seen[p.Appeal].Lead is { } lead ? names.GetValueOrDefault(lead) : null))];
    }

    // Whoever works on it reads it in full: its units, those who may call, the desk; others read it without personal data (I-33).
    private static bool Needs(Viewer viewer, AppealCase it) => viewer.Posts.Any(p =>
        it.Appeal.StandingWith(null) is var standing
        && (it.Appeal.Orders.Any(o => o.Unit == p.Unit) || p.Unit == standing.Checker || p.Unit == standing.Desk || p.Unit == standing.Screener
            || it.Reports.Any(r => Workflow.KeysOf(p).Any(k => r.Pool.Contains(k) || r.Callers.Contains(k)))));

    // A kept identity stays with the desk, masked too: in a village a surname and four digits are a name.
    private static bool Masked(Viewer viewer, AppealCase it, Report report) =>
        viewer.May(report.KeepIdentity ? Permission.OpenKeptIdentity : Permission.SeeMaskedIdentity, it.Appeal.Path, it.Appeal.Orders.Select(o => o.Unit));
}

/// <summary>An appeal as a member of staff sees it.</summary>
/// <param name="OpenOf">The steps that the viewer may take now, by the report they are about.</param>
/// <param name="Open">All of them.</param>
/// <param name="Identities">Masked, of those reports whose reporter is known; a kept one only for the desk that calls.</param>
/// <param name="Times">Of the reporter who has waited longest.</param>
/// <param name="Seen">Goes back with every step, so that nobody acts over another's head.</param>
public sealed record AppealView(
    AppealCase Case,
    Rules Rules,
    IReadOnlyDictionary<ReportId, IReadOnlyList<Step>> OpenOf,
    IReadOnlyList<Step> Open,
    IReadOnlyDictionary<ReportId, MaskedIdentity> Identities,
    IReadOnlyList<ChronicleEntry> Story,
    Responsibility Where,
    IReadOnlyDictionary<UnitId, string> Units,
    IReadOnlyList<Clock> Clocks,
    Category Category,
    TwoTimes Times,
    string Seen)
{
    /// <summary>The open orders of the viewer's own units.</summary>
    public IReadOnlyList<WorkOrder> Own { get; init; } = [];

    /// <summary>The units of the second stage that have not said yet what they make of it; before they have, nobody can give it to anybody.</summary>
    public IReadOnlyList<ServingUnit> Unjudged { get; init; } = [];

    /// <summary>The other appeals into which its reports were split, as far as the viewer sees them (I-34).</summary>
    public IReadOnlyList<SiblingPart> Siblings { get; init; } = [];

    /// <summary>The names of the regions around it, the largest first; of what has ended, those of then.</summary>
    public IReadOnlyList<string> Around { get; init; } = [];

    /// <summary>Why the viewer, whose unit checks the result, does not check it themselves; null where they may, or where it is not for them.</summary>
    public Problem? MayNotCheck { get; init; }

    /// <summary>The moment of which it tells.</summary>
    public DateTime Now { get; init; }

    public Appeal Appeal => Case.Appeal;

    /// <summary>The report that is looked at; null for the first.</summary>
    public ReportId? About { get; init; }

    public Report Report => Case.Reports.FirstOrDefault(r => r.Id == About) ?? Case.Main;

    /// <summary>What was said, in the reporter's words; null once erased.</summary>
    public string? Words => WordsOf(Appeal.Words);

    /// <summary>The words of one text of the story; null once erased.</summary>
    public string? WordsOf(Guid text) => Story.Select(s => s.Words(text)).FirstOrDefault(w => w is not null);
}

/// <summary>Another part of what a reporter said: its number, what it is, where it stands, who has it.</summary>
public sealed record SiblingPart(AppealId Appeal, int No, string Category, Stage Stage, string? Lead);
