using Minqing.App.Policy;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.App.Tests.Appeals;

/// <summary>Thousands of legal and illegal steps at random under the real rules, each journaled as it is stored: what must always hold holds, and both journals rebuild what stands.</summary>
[Trait("Spec", "H-30")]
public sealed class WalkTests
{
    private static readonly Rules Baiyin = Profiles.Load("baiyin") is var p ? new(p, new(p), new(WorkCalendar.Weekends, p.Hours)) : null!;

    private const int AtLeast = 30;
    private const int AtMost = 300;

    private static readonly string?[] Categories = ["C4", "A1", "A2", "R22"];

    [Fact]
    public void Whatever_is_done_the_journal_rebuilds_it_and_exactly_one_leads()
    {
        var (steps, stages, rounds, refused) = (new HashSet<string>(), new HashSet<Stage>(), new HashSet<RoundReason>(), 0);
        var missing = Missing();
        for (var seed = 1; seed <= AtLeast || (missing.Count > 0 && seed <= AtMost); seed++)
        {
            var walk = new Walk(new Random(seed), Begin(new Random(seed)));
            for (var i = 0; i < 100 && walk.Scene.Stage is not (Stage.Withdrawn or Stage.Invalid or Stage.Declined); i++)
            {
                refused += walk.Go() is null ? 0 : 1;
                stages.Add(walk.Scene.Stage);
            }

            steps.UnionWith(walk.Scene.Appeal.Taken.Concat(walk.Scene.Report.Taken).Select(s => s.Step));
            rounds.UnionWith(walk.Scene.Appeal.Rounds.Select(r => r.Reason));
            missing = Missing();
        }

        Assert.Empty(missing);
        Assert.True(refused > 100, $"only {refused} steps were refused");

        // Every step of the flow, every stage and every reason of a round must have been there.
        List<string> Missing() =>
        [
            .. Baiyin.Profile.Flow.Select(f => f.Step.Name()).Except(steps),
            .. Enum.GetValues<Stage>().Except([Stage.Received, Stage.Screening, Stage.Dispatching]).Except(stages).Select(s => s.Name()),
            .. Enum.GetValues<RoundReason>().Except([RoundReason.Accountability]).Except(rounds).Select(r => r.Name()),
        ];
    }

    private static Scene Begin(Random random) =>
        new(Baiyin, new DateTime(2026, 3, 2, random.Next(24), random.Next(60), 0, DateTimeKind.Utc), Categories[random.Next(4)]!, keep: random.Next(4) == 0, phone: random.Next(4) > 0)
        {
            Stored = (subject, seq, step) => Facts.Step(Facts.Parse(Facts.Body(subject, seq, step))),
        };
}
