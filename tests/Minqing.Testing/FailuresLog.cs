using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Minqing.Testing;

/// <summary>Keeps the exceptions that the program caught and logged, for a test to ask for.</summary>
public sealed class FailuresLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, string Failure)> kept = new();

    public IReadOnlyList<string> Of<T>() => [.. kept.Where(k => k.Category == typeof(T).FullName).Select(k => k.Failure)];

    public ILogger CreateLogger(string categoryName) => new Keeping(categoryName, kept);

    public void Dispose()
    {
    }

    private sealed class Keeping(string category, ConcurrentQueue<(string, string)> kept) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && IsEnabled(logLevel))
                kept.Enqueue((category, $"{formatter(state, exception)}\n{exception}"));
        }
    }
}
