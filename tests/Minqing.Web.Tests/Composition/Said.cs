using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Minqing.Web.Tests.Composition;

/// <summary>Everything the program writes to its log, as it would stand there.</summary>
internal sealed class Said : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new();

    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>Done as soon as a line holds the words.</summary>
    public Task Heard(string words)
    {
        var heard = awaited.GetOrAdd(words, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (lines.Any(l => l.Contains(words, StringComparison.Ordinal)))
            heard.TrySetResult();
        return heard.Task;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        lines.Enqueue(line);
        foreach (var (words, heard) in awaited)
        {
            if (line.Contains(words, StringComparison.Ordinal))
                heard.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
