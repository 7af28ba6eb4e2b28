using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Searching;

namespace Minqing.Benchmarks.Searching;

/// <summary>What people might have said: words drawn as language draws them, few very often and most of them rarely.</summary>
internal sealed class Sayings(MinqingDb db)
{
    private const int Words = 6000;
    private const int Chunk = 20_000;

    private readonly Random random = new(7);
    private readonly List<string> remembered = [];
    private string[] words = [];

    public string Path { get; private set; } = "";

    /// <summary>Gives every report behind the first ones words of its own, received in the course of three years.</summary>
    public async Task FillAsync(int from, CancellationToken ct)
    {
        words = words.Length > 0 ? words : [.. Enumerable.Range(0, Words).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)('\u4e00' + random.Next(3000)))))];
        Path = await db.Reports.Select(r => r.Path).FirstAsync(ct);
        var known = (await db.SearchTexts.AsNoTracking().Select(t => t.Report).ToListAsync(ct)).ToHashSet();
        var (now, no) = (new DateTime(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), from);
        var index = await WithoutIndexAsync(ct);
        foreach (var some in (await db.Reports.AsNoTracking().Select(r => r.Id).ToListAsync(ct)).Where(r => !known.Contains(r)).Chunk(Chunk))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.AddInBulkAsync(some.Select(r => Make(r, now.AddSeconds(-95.0 * ((++no * 7919L) % 1_000_003)))), ct);
            await transaction.CommitAsync(ct);
        }

        foreach (var sql in index)
            await db.Database.ExecuteSqlRawAsync(sql, ct);
    }

    // So many at once are indexed in one go afterwards; gives how.
    private async Task<string[]> WithoutIndexAsync(CancellationToken ct)
    {
        var postgres = db.Dialect.Name == "postgres";
        var made = await db.Database.SqlQueryRaw<string>(postgres
            ? "select indexdef as \"Value\" from pg_indexes where indexname = 'ix_search_texts_tokens'"
            : "select sql as \"Value\" from sqlite_master where name = 'search_texts_added'").SingleAsync(ct);
        await db.Database.ExecuteSqlRawAsync(postgres ? "drop index ix_search_texts_tokens" : "drop trigger search_texts_added", ct);
        return postgres ? [made] : [made, "insert into search_words (search_words) values ('rebuild')"];
    }

    /// <summary>The beginning of what somebody may type: half of it was said before.</summary>
    public string Typed(int no, int signs)
    {
        var text = remembered[no * 31 % remembered.Count];
        return string.Concat(text[..Math.Min(text.Length, signs / 2)], Sentence())[..signs];
    }

    private SearchText Make(ReportId report, DateTime at)
    {
        var text = Sentence();
        if (remembered.Count < 5000)
            remembered.Add(text);
        return SearchText.Of(report, text, Path, at);
    }

    private string Sentence() => string.Concat(Enumerable.Range(0, random.Next(25, 40)).Select(_ => words[(int)(Words * Math.Pow(random.NextDouble(), 3))]));
}
