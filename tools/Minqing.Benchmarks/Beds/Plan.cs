using Microsoft.EntityFrameworkCore;
using Minqing.Storage;

namespace Minqing.Benchmarks.Beds;

/// <summary>How the database answers a question: what it reads, and on PostgreSQL how long each part took.</summary>
internal static class Plan
{
    public static async Task<string> OfAsync<T>(MinqingDb db, IQueryable<T> question, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = question.CreateDbCommand();
        command.CommandText = $"{(db.Dialect.Name == "postgres" ? "explain (analyze, buffers)" : "explain query plan")} {command.CommandText}";
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
                lines.Add($"{reader.GetValue(reader.FieldCount - 1)}");
        }

        await db.Database.CloseConnectionAsync();
        return string.Join('\n', lines);
    }
}
