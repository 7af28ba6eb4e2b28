using Microsoft.EntityFrameworkCore;
using Minqing.Storage;

namespace Minqing.App.Appeals.Searching;

/// <summary>How common pairs of signs are among the newest reports: who looks for the same matter asks for what is rare in it, whatever the number of reports.</summary>
public sealed class CommonWords
{
    private const int Sample = 4000;
    private const int WordsAtMost = 8;

    // Of those that hold one of the words asked for, not more than this share shall be read.
    private const double ShareAtMost = 0.003;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    private volatile Counted counted = new(new Dictionary<string, int>(), 0, long.MinValue / 2);

    /// <summary>The rarest of these words: few enough of them to be looked up quickly.</summary>
    public async ValueTask<IReadOnlyList<string>> RarestAsync(MinqingDb db, IReadOnlyList<string> words, CancellationToken ct)
    {
        var known = await KnownAsync(db, ct);
        var chosen = new List<string>();
        var sum = 0;
        foreach (var (word, count) in words.Select(w => (w, known.Words.GetValueOrDefault(w))).OrderBy(w => w.Item2).Take(WordsAtMost))
        {
            sum += count;
            if (chosen.Count > 0 && sum > Math.Max(20, known.Of * ShareAtMost))
            {
                break;
            }

            chosen.Add(word);
        }

        return chosen;
    }

    // Real time that passed, as with every cache here. Few reports are counted anew each time: a small town's first day changes everything.
    private async ValueTask<Counted> KnownAsync(MinqingDb db, CancellationToken ct)
    {
        var known = counted;
        if (known.Of == Sample && Environment.TickCount64 - known.At < Fresh.TotalMilliseconds)
        {
            return known;
        }

        var newest = await db.SearchTexts.AsNoTracking().OrderByDescending(t => t.No).Take(Sample).Select(t => t.Tokens).ToListAsync(ct);
        var words = newest.SelectMany(t => t.Split(' ')).CountBy(w => w).ToDictionary();
        return counted = new(words, newest.Count, Environment.TickCount64);
    }

    private sealed record Counted(IReadOnlyDictionary<string, int> Words, int Of, long At);
}
