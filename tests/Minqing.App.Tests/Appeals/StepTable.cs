using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Appeals;

/// <summary>The tables in <c>baiyin-steps.csv</c> and its neighbours, written by hand from the requirements.</summary>
internal static class StepTable
{
    public const string Reporter = "reporter";

    public static IReadOnlyList<StepRow> Of(string city)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Appeals", $"{city}-steps.csv"));
        var names = lines[0].Split(',')[3..];
        return [.. lines.Skip(1).Select(l => l.Split(',')).Select(f => new StepRow(
            Kebab.Parse<Step>(f[0])!.Value,
            [.. f[1].Split(' ').Select(s => Kebab.Parse<Stage>(s)!.Value)],
            Kebab.Parse<Relation>(f[2])!.Value,
            [.. names.Zip(f[3..]).Select(c => KeyValuePair.Create(RoleOf(c.First), c.Second == "yes" || (c.Second == "no" ? false : throw new InvalidDataException(c.Second))))]))];
    }

    private static Role? RoleOf(string name) => name == Reporter ? null : Kebab.Parse<Role>(name)!.Value;
}

/// <summary>One line: a step, the stages it starts from, what one must be to the appeal, and who may; null is the reporter.</summary>
internal sealed record StepRow(Step Step, IReadOnlyList<Stage> In, Relation Who, IReadOnlyList<KeyValuePair<Role?, bool>> May);
