using System.Text;
using Minqing.App.Policy;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.App.Tests.Appeals;

/// <summary>Thousands of legal and illegal steps at random under the real rules of each city, each journaled as it is stored: what must always hold holds, and both journals rebuild what stands.</summary>
[Trait("Spec", "H-30")]
[Trait("Spec", "P-12")]
public sealed class WalkTests
{
    private const int Steps = 100;

    private static readonly string[] Categories = ["C4", "A1", "A2", "R22", "C2"];

    private static readonly Stage[] Before = [Stage.Screening, Stage.Dispatching];

    [Fact]
    public void Whatever_is_done_the_journal_rebuilds_it_and_exactly_one_leads() => Walked("baiyin", atLeast: 30, atMost: 300);

    [Theory, InlineData("huining"), InlineData("yuejincun"), InlineData("wanyuan")]
    public void The_same_holds_by_the_rules_of_the_other_cities(string city) => Walked(city, atLeast: 10, atMost: 10);

    [Theory, InlineData("baiyin"), InlineData("huining"), InlineData("yuejincun"), InlineData("wanyuan")]
    [Trait("Soak", "yes")]
    public void Long_walks_take_every_step_of_each_city_and_reach_every_stage(string city) => Walked(city, atLeast: 150, atMost: 1500);

    /// <param name="atMost">So many walks to have seen every step of the flow, every stage and every reason of a round; when no more than at least, nothing is asked of them.</param>
    private static void Walked(string city, int atLeast, int atMost)
    {
        var rules = Profiles.Load(city) is var p ? new Rules(p, new(p), new(WorkCalendar.Weekends, p.Hours)) : null!;
        var (steps, stages, rounds, refused) = (new HashSet<string>(), new HashSet<Stage>(), new HashSet<RoundReason>(), 0);
        var missing = Missing();
        for (var seed = 1; seed <= atLeast || (missing.Count > 0 && seed <= atMost); seed++)
        {
            var walk = new Walk(new Random(seed), Begin(rules, new Random(seed)));
            stages.Add(walk.Scene.Stage);
            for (var i = 0; i < Steps && (walk.Scene.Stage is not (Stage.Withdrawn or Stage.Invalid or Stage.Declined) || walk.Scene.Appeal.PurgeAskedBy is not null); i++)
            {
                refused += walk.Go() is null ? 0 : 1;
                stages.Add(walk.Scene.Stage);
            }

            steps.UnionWith(walk.Scene.Appeal.Taken.Concat(walk.Scene.Report.Taken).Select(s => s.Step == "purge" ? Step.AgreePurge.Name() : s.Step));
            rounds.UnionWith(walk.Scene.Appeal.Rounds.Select(r => r.Reason));
            missing = Missing();
        }

        Assert.True(refused > atLeast, $"only {refused} steps were refused");
        Assert.Superset(new HashSet<Stage> { Stage.Handling, Stage.Checking }, stages);
        if (atMost > atLeast)
        {
            Assert.Empty(missing);
        }

        List<string> Missing() =>
        [
            .. rules.Profile.Flow.Select(f => f.Step.Name()).Except(steps),
            .. Enum.GetValues<Stage>().Except([Stage.Received]).Where(s => !Before.Contains(s) || rules.Profile.Flow.Any(f => f.In.Contains(s))).Except(stages).Select(s => s.Name()),
            .. Enum.GetValues<RoundReason>().Except([RoundReason.Accountability]).Where(r => r != RoundReason.CitySample || rules.Profile.Flow.Any(f => f.Step == Step.SampleReopen)).Except(rounds).Select(r => r.Name()),
        ];
    }

    // Who reported is in everybody's words, and never in the journal (P-12).
    private static byte[] Nameless(byte[] body)
    {
        Assert.DoesNotContain(Scene.Reporter, Encoding.UTF8.GetString(body).Contains);
        return body;
    }

    private static Scene Begin(Rules rules, Random random)
    {
        var (known, screening) = (Categories.Where(c => rules.Profile.Categories.Any(x => x.Code == c)).ToList(), rules.Profile.Screening);
        var category = known[random.Next(known.Count)];
        var screener = screening?.First.Kind switch
        {
            UnitKind.DeputyStation => new LevelUnit(1, City.Chief.Unit),
            UnitKind.CityOffice => City.Of(City.Office),
            _ => null,
        };
        return new(
            rules, new DateTime(2026, 3, 2, random.Next(24), random.Next(60), 0, DateTimeKind.Utc), category, keep: random.Next(4) == 0, phone: random.Next(4) > 0,
            screened: screening is not null, intent: rules.Profile.CategoryOf(category).Intent, screener: screener)
        {
            Stored = (subject, seq, step) => Facts.Step(Facts.Parse(Nameless(Facts.Body(subject, seq, step)))),
        };
    }
}
