using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.Policy;

[Trait("Spec", "H-18")]
public sealed class ReplyTemplateTests
{
    private static readonly ReplyTemplate Repaired = new("r", Step.Finish, "已修复", "{place}{category}，{unit}{date}修好，{place}。{}{x}", ["A1", "A2"]);

    [Fact]
    public void It_is_filled_in_with_the_facts_and_leaves_what_it_does_not_know() =>
        Assert.Equal("3号楼道路，红卫村3月2日修好，3号楼。{}{x}", Repaired.Filled("3号楼", "道路", "红卫村", new(2026, 3, 2)));

    [Fact]
    public void What_is_filled_in_is_not_filled_in_again() => Assert.Equal("{unit}", (Repaired with { Text = "{place}" }).Filled("{unit}", "", "x", default));

    [Fact]
    public void It_is_for_its_step_and_its_categories()
    {
        Assert.True(Repaired.Fits(Step.Finish, "A1"));
        Assert.False(Repaired.Fits(Step.Finish, "C4"));
        Assert.False(Repaired.Fits(Step.Raise, "A1"));
        Assert.True((Repaired with { Categories = [] }).Fits(Step.Finish, "C4"));
    }
}
