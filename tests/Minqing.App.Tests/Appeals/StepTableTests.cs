using Minqing.App.Policy;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Appeals;

/// <summary>The tables in <c>baiyin-steps.csv</c> and its neighbours are written by hand from the requirements; the flow of each real profile must say the same.</summary>
[Trait("Spec", "P-11")]
public sealed class StepTableTests
{
    public static TheoryData<string, Step[]> Cities => new()
    {
        { "baiyin", [Step.Assign, Step.PassOn, Step.Triage] },
        { "huining", [Step.Assign, Step.PassOn, Step.Triage, Step.SampleReopen] },
        { "yuejincun", [Step.SampleReopen] },
        { "wanyuan", [Step.Take, Step.PassOn, Step.Triage] },
    };

    /// <param name="without">What the city has not: nobody before the dispatch, no second stage, no first call, no sampling.</param>
    [Theory, MemberData(nameof(Cities))]
    public void The_table_names_every_role_and_every_step_of_people_but_those_that_the_city_has_not(string city, Step[] without)
    {
        Assert.Equal([null, .. Enum.GetValues<Role>()], StepTable.Of(city)[0].May.Select(m => m.Key));
        Assert.Equal(Enum.GetValues<Step>().Except([Step.Receive, Step.ClockWarned, Step.ClockMissed, .. without]), StepTable.Of(city).Select(r => r.Step));
    }

    [Theory, MemberData(nameof(Cities))]
    public void Each_step_in_each_stage_is_for_those_of_the_table_and_for_nobody_else(string city, Step[] without)
    {
        var (table, flow) = (StepTable.Of(city), new Workflow(Profiles.Load(city)));
        var wrong =
            from step in Enum.GetValues<Step>()
            from stage in Enum.GetValues<Stage>()
            from role in Enum.GetValues<Role>().Cast<Role?>().Prepend(null)
            let said = !without.Contains(step) && table.Any(r => r.Step == step && r.In.Contains(stage) && r.May.Contains(new(role, true)))
            where flow.Allows(step, stage, role) != said
            select $"{role?.Name() ?? StepTable.Reporter} {(said ? "may not" : "may")} {step.Name()} in {stage.Name()}";
        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Cities))]
    public void Each_step_is_for_those_who_are_to_the_appeal_what_the_table_says(string city, Step[] without) =>
        Assert.Equal(
            StepTable.Of(city).Select(r => (r.Step, r.Who)).Order(),
            Profiles.Load(city).Flow.Where(f => !without.Contains(f.Step)).Select(f => (f.Step, f.Who)).Order());
}
