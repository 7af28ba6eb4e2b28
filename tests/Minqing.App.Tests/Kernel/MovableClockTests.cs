using System.Threading.Channels;
using Minqing.App.Kernel;

namespace Minqing.App.Tests.Kernel;

[Trait("Spec", "D-07")]
public sealed class MovableClockTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void It_stands_still_until_it_is_moved()
    {
        var clock = new MovableClock(Nine);
        var started = clock.GetTimestamp();

        clock.Move(TimeSpan.FromMinutes(30));

        Assert.Equal(Nine.AddMinutes(30), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(30), clock.GetElapsedTime(started));
    }

    [Fact]
    public async Task A_wait_ends_when_the_clock_passes_it_and_not_before()
    {
        var clock = new MovableClock(Nine);
        var wait = Task.Delay(TimeSpan.FromMinutes(30), clock, TestContext.Current.CancellationToken);

        clock.Move(TimeSpan.FromMinutes(29));
        Assert.False(wait.IsCompleted);

        clock.Move(TimeSpan.FromDays(400));
        await wait;
    }

    [Fact]
    public async Task A_timer_that_was_jumped_over_many_times_fires_once()
    {
        var clock = new MovableClock(Nine);
        var rings = Channel.CreateUnbounded<DateTimeOffset>();
        await using var timer = clock.CreateTimer(_ => rings.Writer.TryWrite(clock.GetUtcNow()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        clock.Move(TimeSpan.FromHours(1));
        await rings.Reader.ReadAsync(TestContext.Current.CancellationToken);

        clock.Move(TimeSpan.FromSeconds(1));
        await rings.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.False(rings.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_clock_set_back_makes_its_waits_longer()
    {
        var clock = new MovableClock(Nine);
        var wait = Task.Delay(TimeSpan.FromMinutes(1), clock, TestContext.Current.CancellationToken);

        clock.Move(TimeSpan.FromDays(-1));
        clock.Move(TimeSpan.FromHours(23));
        Assert.False(wait.IsCompleted);

        clock.Move(TimeSpan.FromHours(2));
        await wait;
    }

    [Fact]
    public void Now_is_utc_cut_to_whole_milliseconds()
    {
        var clock = new MovableClock(Nine.AddTicks(12_345_678));

        Assert.Equal(new DateTime(2026, 3, 2, 1, 0, 1, 234, DateTimeKind.Utc), clock.Now());
        Assert.Equal(DateTimeKind.Utc, clock.Now().Kind);
    }
}
