using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Minqing.Benchmarks.Beds;

/// <summary>Counts how often a piece of work waits for an answer of PostgreSQL: commands and batches by the driver's own traces, and commits.</summary>
internal sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly IDisposable everybody;
    private readonly List<IDisposable> heard = [];
    private readonly ActivityListener driver;
    private int count;

    private Questions()
    {
        driver = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Interlocked.Increment(ref count),
        };
        ActivitySource.AddActivityListener(driver);
        everybody = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public static async Task<int> OfAsync(Func<Task> work)
    {
        using var questions = new Questions();
        await work();
        return questions.count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            heard.Add(value.Subscribe(this));
    }

    // What begins a transaction goes with the first command of it; what ends it goes alone.
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.TransactionCommitted.Name)
            Interlocked.Increment(ref count);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        heard.ForEach(h => h.Dispose());
        everybody.Dispose();
        driver.Dispose();
    }
}
