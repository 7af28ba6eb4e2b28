using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Several of the same matter become one, one with several matters becomes several (I-32, I-34).
public sealed partial class Appeal
{
    private const string Merged = "merged";

    // Both databases hold it as it is.
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The appeal of which it was a part; null when it came by itself.</summary>
    public AppealId? SplitFrom { get; private set; }

    /// <summary>Goes into another appeal: keeps its row, journal and stage; its clocks stand still but those of the law, a miss before stays. Its reports are worked on there.</summary>
    public Problem? MergeInto(Appeal master, IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Merge, hand, rules);
        var problem = chosen.Problem
            ?? (master.Id == Id ? new MergeWithItself() : null)
            ?? (master.Ended ? new MergedIntoEnded() : null)
            ?? (master.Sensitive != Sensitive || master.Disclosure != Disclosure ? new MergedAcrossSight() : null)
            ?? (master.Lead is { } lead && IsTarget(lead) ? new UnitIsTarget() : null)
            // Who may not see this one would read it there.
            // There nobody could make the first call any more.
            ?? (master.Stage is Stage.Checking or Stage.FollowingUp ? NotContacted(reports, rules) : null)
            ?? (Problem?)(targets.TrueForAll(t => master.targets.Exists(m => m.Same(t))) ? null : new TargetNotNamedThere());
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.Merge.Name(), chosen.Value, [], [.. Clocks.Where(c => c.Runs && c.Kind != ClockKind.Statutory).SelectMany(c => Still(c, hand.At, rules)), new AppealMerged(master.Id)]);
        FollowLaw(master, reports, chosen.Value, rules);
        master.Take(Step.Merge.Name(), chosen.Value, [], [new AppealJoined(Id), .. master.Carrying([this], rules, hand.At)]);
        foreach (var report in reports.Where(r => r.Worked == Id).ToList())
        {
            report.WorkIn(Id, master.Id, Step.Merge, chosen.Value);
            report.FollowCalls(this, master, Step.Merge, rules, chosen.Value);
        }

        return null;
    }

    /// <summary>Stands for itself again, exactly as before, its clocks going on; its reports are worked on here again.</summary>
    /// <param name="masters">The one it went into, and those into which that one went. A report that had come with one of them was split, and stays there.</param>
    /// <param name="instead">Who has it where whoever had it was named meanwhile as whom it is about.</param>
    /// <param name="desk">Whose desk follows up where the one that should was named.</param>
    /// <param name="beside">The others that went into one of these.</param>
    public Problem? Unmerge(IReadOnlyList<Appeal> masters, IReadOnlyList<Report> reports, Hand hand, Rules rules, LevelUnit? instead = null, UnitId? desk = null, IReadOnlyList<Appeal>? beside = null)
    {
        bool Is(UnitId? unit) => unit is { } it && IsTarget(it);
        var chosen = Choose(Step.Unmerge, hand, rules);
        if ((chosen.Problem ?? (MergedInto is null ? new StepNotPossible(Step.Unmerge, Stage) : Stuck(StageBefore!.Value, Is, instead, desk))) is { } no)
        {
            return no;
        }

        Take(Step.Unmerge.Name(), chosen.Value, [],
            [.. Clocks.Where(c => c.StoppedAt is not null && c.Changes[^1].Reason == Merged).Select(c => c.Resume(rules.Timetable, hand.At)), .. Parted(rules, hand.At), new AppealUnmerged(StageBefore!.Value)]);
        if (Left(Is, instead, desk, chosen.Value, rules) is { Count: > 0 } left)
        {
            Take(Step.NameTarget.Name(), chosen.Value, [], left);
        }

        foreach (var master in masters)
        {
            master.Take(Step.Unmerge.Name(), chosen.Value, [], [new AppealJoined(Id, Left: true), .. master.Carrying([.. masters, .. beside ?? []], rules, hand.At)]);
            foreach (var report in reports.Where(r => masters.All(m => m.Id != r.Appeal)))
            {
                report.WorkIn(master.Id, Id, Step.Unmerge, chosen.Value);
            }
        }

        // In one of a mass event nobody was waited for to call them.
        foreach (var report in Event is null ? reports.Where(r => r.Worked == Id) : [])
        {
            report.AwaitContact(this, Step.Unmerge, rules, chosen.Value);
        }

        // Who was with it may have withdrawn meanwhile.
        if (!Ended && reports.Count > 0 && reports.All(r => r.WithdrawnAt is not null))
        {
            Withdraw(chosen.Value);
        }

        return null;
    }

    // One that stood still until a day would run again by itself and be missed by nobody's fault.
    private static IEnumerable<DomainEvent> Still(Clock clock, DateTime at, Rules rules) =>
        clock.StoppedAt is null ? [new ClockStopped(clock.No, Merged, Never)] : [clock.Resume(rules.Timetable, at), new ClockStopped(clock.No, Merged, Never)];

    /// <summary>Parts one matter of it off as an appeal of its own: at the same place, for the same reporter, seen by as few, and kept from whom it is about.</summary>
    /// <param name="report">Whose words <paramref name="words"/> are a part of.</param>
    /// <param name="rest">What stays of the words here; null where they stay as they are.</param>
    /// <param name="media">The photos and clips that go with it.</param>
    /// <param name="begin">Begins the part, given who splits and where it comes from.</param>
    public Result<Appeal> Split(AppealId part, Report report, Written words, Written? rest, IReadOnlyList<MediaId> media, Func<By, AppealSplit, Appeal> begin, Hand hand, Rules rules)
    {
        var chosen = rules.Workflow.Choose(Step.Split, Stage, hand, StandingWith(report));
        if ((chosen.Problem ?? (Problem?)report.NotSplittable) is { } no)
        {
            return no;
        }

        var by = chosen.Value;
        var parted = begin(by, new(Id, ReceivedAt, Sensitive, [.. targets.Select(t => t.Named)]));
        if ((parted.Lead ?? parted.Screener) is { } first && IsTarget(first))
        {
            return new UnitIsTarget();
        }

        report.TakeApart(Id, part, words, rest, media, by);
        Take(Step.Split.Name(), by, [], [new PartTaken(part, rest?.Id)]);
        return parted;
    }
}
