using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Searching;

/// <summary>Asks the index of words. Each database has its own way; the answer is the same.</summary>
public static class SearchQuestion
{
    /// <summary>The newest rows that hold one of the words and, where one is named, the mark of the area.</summary>
    public static async Task<IReadOnlyList<SearchText>> NewestAsync(this MinqingDb db, string? area, IReadOnlyList<string> words, int most, CancellationToken ct) =>
        words.Count == 0 ? [] : await db.Newest(area, words, most).ToListAsync(ct);

    /// <summary>The same as a question that is not asked yet; there is at least one word.</summary>
    public static IQueryable<SearchText> Newest(this MinqingDb db, string? area, IReadOnlyList<string> words, int most) =>
        db.SearchTexts.FromSqlRaw(db.Dialect.NewestWithWords, db.Dialect.Words(area, words), most).AsNoTracking();
}
