using Minqing.App.Kernel;

namespace Minqing.App.Tests.Kernel;

[Trait("Spec", "D-07")]
public sealed class FileClockTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("2026-03-02T01:00:00Z")]
    [InlineData("2026-03-02T09:00:00+08:00\n")]
    [InlineData(" 2026-03-02 09:00 ")]
    public void It_reads_an_instant_that_is_local_unless_it_says_otherwise(string text)
    {
        File.WriteAllText(path, text);

        using var clock = FileClock.Open(path);

        Assert.Equal(new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), clock.Now());
    }

    [Fact]
    public async Task A_wait_ends_when_the_file_says_that_its_time_has_come()
    {
        File.WriteAllText(path, "2026-03-02T09:00:00+08:00");
        using var clock = FileClock.Open(path);
        var wait = Task.Delay(TimeSpan.FromMinutes(30), clock, TestContext.Current.CancellationToken);

        File.WriteAllText(path, "not yet a ti");
        File.WriteAllText(path, "2026-03-02T09:30:00+08:00");

        await wait.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(new DateTime(2026, 3, 2, 1, 30, 0, DateTimeKind.Utc), clock.Now());
    }

    [Fact]
    public void A_file_without_an_instant_is_refused_with_an_example()
    {
        File.WriteAllText(path, "soon");

        var failure = Assert.Throws<InvalidDataException>(() => FileClock.Open(path));

        Assert.Contains("2026-03-02T09:00:00+08:00", failure.Message, StringComparison.Ordinal);
    }
}
