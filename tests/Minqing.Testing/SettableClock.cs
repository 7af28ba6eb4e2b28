using Minqing.App.Kernel;

namespace Minqing.Testing;

/// <summary>A clock that stands still until a test moves it; its timers fire when it passes them. It starts on a Monday morning in Baiyin, 09:00 local.</summary>
public sealed class SettableClock() : MovableClock(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero))
{
    public void Advance(TimeSpan by) => Move(by);

    public void Set(DateTimeOffset to) => MoveTo(to);
}
