using Minqing.App.Policy;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Appeals;

namespace Minqing.App.Tests.Appeals;

/// <summary>What the tables say is tried out: every step is taken in an appeal of every stage by every role and the reporter, under the real rules of each city.</summary>
[Trait("Spec", "P-11")]
[Trait("Spec", "H-30")]
public sealed class StepsTakenTests
{
    private static readonly Step[] OfThePlatform = [Step.Receive, Step.ClockWarned, Step.ClockMissed];

    [Theory, InlineData("baiyin"), InlineData("huining"), InlineData("yuejincun"), InlineData("wanyuan")]
    public void Whoever_the_table_names_takes_the_step_in_that_stage_and_nobody_else_does(string city)
    {
        var profile = Profiles.Load(city);
        var rules = new Rules(profile, new(profile), new(WorkCalendar.Weekends, profile.Hours));
        var (scenes, stages, taken, traces) = (new StagedScenes(rules), new HashSet<Stage>(), new HashSet<(Step, Stage, Role?)>(), new List<string>());
        foreach (var begin in scenes.All)
        {
            var scene = begin();
            var stage = scene.Stage;
            stages.Add(stage);
            foreach (var (step, role) in Enum.GetValues<Step>().Except(OfThePlatform).SelectMany(s => Enum.GetValues<Role>().Cast<Role?>().Prepend(null), (s, r) => (s, r)).Where(x => !taken.Contains((x.s, stage, x.r))))
            {
                var before = Entries(scene);
                if (scene.Take(step, scenes.Of(role, scene, step)) is null)
                {
                    taken.Add((step, stage, role));
                    scene = begin();
                }
                else if (Entries(scene) != before)
                {
                    traces.Add($"{step} in {stage} by {role} was refused and left something");
                }
            }
        }

        var said = StepTable.Of(city).SelectMany(r => r.In.SelectMany(s => r.May.Where(m => m.Value).Select(m => (r.Step, s, m.Key)))).ToHashSet();
        Assert.Empty(traces);
        Assert.Superset(Expected(profile), stages);
        var wrong = taken.Except(said).Select(t => $"taken against the table: {t}").Concat(said.Except(taken).Select(t => $"in the table and never taken: {t}")).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static int Entries(Scene scene) => scene.Appeal.Taken.Count + scene.Report.Taken.Count;

    private static HashSet<Stage> Expected(Profile profile) =>
        [.. Enum.GetValues<Stage>().Except([Stage.Received]).Where(s => s is not (Stage.Screening or Stage.Dispatching) || profile.Flow.Any(f => f.In.Contains(s)))];
}
