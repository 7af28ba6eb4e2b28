using System.Text.Json;

namespace Minqing.Handset;

/// <summary>All messages, by number. Kept in memory and, when a file is named, at its end, so that a restart forgets nothing.</summary>
public sealed class Inbox : IDisposable
{
    /// <summary>Beyond this the oldest are forgotten.</summary>
    public const int Most = 200_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Message>> phones = [];
    private readonly Queue<Message> order = [];
    private readonly HashSet<string> ids = [];
    private StreamWriter? file;
    private int shown;
    private int repeats;
    private TaskCompletionSource changed = Fresh();

    /// <summary>Done as soon as something new is shown.</summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    public static Inbox Open(string? path)
    {
        var inbox = new Inbox();
        if (path is not null)
        {
            foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
            {
                inbox.Recall(line);
            }

            inbox.file = new(path, append: true) { AutoFlush = true };
        }

        return inbox;
    }

    /// <summary>Shows a message; false when one of this id was shown before, which is counted and dropped.</summary>
    public bool Take(Message message)
    {
        lock (gate)
        {
            file?.WriteLine(JsonSerializer.Serialize(message));
            if (!Put(message))
            {
                return false;
            }
        }

        Interlocked.Exchange(ref changed, Fresh()).TrySetResult();
        return true;
    }

    public Stats Stats()
    {
        lock (gate)
        {
            return new(shown, repeats);
        }
    }

    /// <summary>The messages of a number, newest last.</summary>
    public IReadOnlyList<Message> Of(string phone)
    {
        lock (gate)
        {
            return phones.TryGetValue(phone, out var list) ? [.. list] : [];
        }
    }

    /// <summary>The newest message and the number of messages of each phone, newest first.</summary>
    public IReadOnlyList<(Message Newest, int Count)> Phones(string? part, int most)
    {
        lock (gate)
        {
            return [.. phones.Where(p => part is null || p.Key.Contains(part, StringComparison.Ordinal))
                .Select(p => (p.Value[^1], p.Value.Count)).OrderByDescending(p => p.Item1.At).Take(most)];
        }
    }

    public void Dispose() => file?.Dispose();

    private bool Put(Message message)
    {
        if (!ids.Add(message.Id))
        {
            repeats++;
            return false;
        }

        shown++;
        order.Enqueue(message);
        if (!phones.TryGetValue(message.Phone, out var list))
        {
            phones[message.Phone] = list = [];
        }

        list.Add(message);
        if (order.Count > Most)
        {
            Forget(order.Dequeue());
        }

        return true;
    }

    private void Forget(Message oldest)
    {
        var list = phones[oldest.Phone];
        list.Remove(oldest);
        if (list.Count == 0)
        {
            phones.Remove(oldest.Phone);
        }
    }

    // The last line may be half written when the machine stopped.
    private void Recall(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize<Message>(line) is { Id: not null, Phone: not null, Text: not null } message)
            {
                Put(message);
            }
        }
        catch (JsonException)
        {
            return;
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
