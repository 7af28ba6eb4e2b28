using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Minqing.Testing;

/// <summary>Counts what one session sends to its database.</summary>
public sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly DbContext of;
    private readonly List<IDisposable> subscriptions = [];

    private Commands(DbContext of) => this.of = of;

    public int Sent { get; private set; }

    public static Commands Of(DbContext db)
    {
        var commands = new Commands(db);
        commands.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(commands));
        return commands;
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    // Other tests run in the same process: only what this session sends counts.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandEventData { Context: var context } && ReferenceEquals(context, of))
            Sent++;
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
