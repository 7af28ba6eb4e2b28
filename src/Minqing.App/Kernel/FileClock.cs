using System.Globalization;

namespace Minqing.App.Kernel;

/// <summary>The time as somebody writes it into a file; for demonstration data only. It follows the file within a fifth of a second.</summary>
public sealed class FileClock : MovableClock, IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private readonly Lock following = new();
    private readonly string path;
    private readonly ITimer poll;
    private readonly FileSystemWatcher? watcher;
    private string read = "";

    private FileClock(string path, DateTimeOffset start)
        : base(start)
    {
        this.path = path;
        poll = System.CreateTimer(_ => Follow(), null, Poll, Poll);
        watcher = Watch();
    }

    /// <summary>Throws with a plain reason when the file is missing or holds no instant.</summary>
    public static FileClock Open(string path)
    {
        var full = Path.GetFullPath(path);
        return Parse(File.ReadAllText(full)) is { } start
            ? new(full, start)
            : throw new InvalidDataException($"{full} must hold one instant such as 2026-03-02T09:00:00+08:00.");
    }

    /// <summary>An instant with its offset; without one it is local time, UTC+8.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var instant))
        {
            return null;
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var plain) && plain.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(plain, TimeSpan.FromHours(8))
            : instant;
    }

    public void Dispose()
    {
        poll.Dispose();
        watcher?.Dispose();
    }

    // Half-written or missing: the time stays where it was until the next look.
    private void Follow()
    {
        lock (following)
        {
            try
            {
                var text = File.ReadAllText(path);
                if (text == read)
                {
                    return;
                }

                read = text;
                if (Parse(text) is { } instant)
                {
                    MoveTo(instant);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                read = "";
            }
        }
    }

    private FileSystemWatcher? Watch()
    {
        try
        {
            var watching = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            watching.Changed += (_, _) => Follow();
            watching.Created += (_, _) => Follow();
            watching.Renamed += (_, _) => Follow();
            watching.EnableRaisingEvents = true;
            return watching;
        }
        catch (IOException)
        {
            return null; // no watchers left on this machine; the poll is enough
        }
    }
}
