using Minqing.App.Policy;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Appeals;

/// <summary>The table in <c>baiyin-steps.csv</c> is written from the requirements and read by people; the flow of the real profile must say the same.</summary>
[Trait("Spec", "P-11")]
public sealed class StepTableTests
{
    private const string Reporter = "reporter";

    private static readonly Profile Baiyin = Profiles.Load("baiyin");

    private static readonly IReadOnlyList<Row> Table = Read();

    [Fact]
    public void The_table_names_every_role_and_every_step_of_people_but_those_before_a_dispatch_that_Baiyin_has_not()
    {
        Assert.Equal([Reporter, .. Enum.GetValues<Role>().Select(r => r.Name())], Table[0].May.Keys);
        Assert.Equal(Enum.GetValues<Step>().Except([Step.Receive, Step.ClockWarned, Step.ClockMissed, Step.Assign, Step.PassOn, Step.Triage]), Table.Select(r => r.Step));
    }

    [Fact]
    public void Each_step_in_each_stage_is_for_those_of_the_table_and_for_nobody_else()
    {
        var flow = new Workflow(Baiyin);
        var wrong =
            from step in Enum.GetValues<Step>()
            from stage in Enum.GetValues<Stage>()
            from role in Enum.GetValues<Role>().Cast<Role?>().Prepend(null)
            let said = Table.Any(r => r.Step == step && r.In.Contains(stage) && r.May[role?.Name() ?? Reporter])
            where flow.Allows(step, stage, role) != said
            select $"{role?.Name() ?? Reporter} {(said ? "may not" : "may")} {step.Name()} in {stage.Name()}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Each_step_is_for_those_who_are_to_the_appeal_what_the_table_says() =>
        Assert.Equal(Table.Select(r => (r.Step, r.Who)).Order(), Baiyin.Flow.Select(f => (f.Step, f.Who)).Order());

    private static List<Row> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Appeals", "baiyin-steps.csv"));
        var names = lines[0].Split(',')[3..];
        return [.. lines.Skip(1).Select(l => l.Split(',')).Select(f => new Row(
            Kebab.Parse<Step>(f[0])!.Value,
            [.. f[1].Split(' ').Select(s => Kebab.Parse<Stage>(s)!.Value)],
            Kebab.Parse<Relation>(f[2])!.Value,
            names.Zip(f[3..]).ToDictionary(c => c.First, c => c.Second == "yes" || (c.Second == "no" ? false : throw new InvalidDataException(c.Second)))))];
    }

    private sealed record Row(Step Step, IReadOnlyList<Stage> In, Relation Who, Dictionary<string, bool> May);
}
