namespace Minqing.Architecture.Tests.Habits;

/// <summary>Every bad habit at once, so that the test can be seen to find them.</summary>
public class BadManager
{
    public static DateTime When() => DateTime.UtcNow;

    public Task RunAsync() => Task.FromResult(this);
}
