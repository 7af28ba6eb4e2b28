using Minqing.Web.Shared;

namespace Minqing.Web.Tests.Shared;

/// <summary>When a deadline turns yellow, orange and red.</summary>
[Trait("Spec", "D-08")]
public sealed class LooksTests
{
    private static readonly DateTime Start = new(2026, 11, 22, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(14, Alert.None)]
    [InlineData(15, Alert.Yellow)]
    [InlineData(24, Alert.Orange)]
    [InlineData(30, Alert.Red)]
    public void The_colour_follows_the_share_used(int minutes, Alert alert) => Assert.Equal(alert, Looks.Of(Start.AddMinutes(30), Start.AddMinutes(minutes), Start));

    [Fact]
    public void Each_degree_has_a_shape_of_its_own()
    {
        var shapes = Enum.GetValues<Alert>().Select(a => a.Shape()).ToList();
        Assert.Equal(shapes.Count, shapes.Distinct().Count());
        Assert.All(shapes, s => Assert.True(Icons.Drawings.ContainsKey(s)));
    }
}
