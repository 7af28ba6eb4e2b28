using System.Runtime.CompilerServices;

namespace Minqing.Browser.Tests;

/// <summary>A journey in a real browser. It fails after five minutes: a browser that stands still says nothing and would hold up all others.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JourneyAttribute : TheoryAttribute
{
    public JourneyAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Timeout = Limit;

    /// <summary>Milliseconds.</summary>
    public const int Limit = 300_000;
}
