using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Minqing.Testing;

/// <summary>Where words can still be read: in any row of any table, in any file of the data folder, in the database's own files.</summary>
public static class Traces
{
    private const int FewestTables = 40;

    /// <summary>The files and columns that hold any of the words.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestDatabase test, IReadOnlyList<string> words, CancellationToken ct)
    {
        IReadOnlyList<byte[]> bytes = [.. words.Select(Encoding.UTF8.GetBytes)];
        List<string> found = [.. Files(test).Where(f => Read(f) is var all && bytes.Any(b => all.AsSpan().IndexOf(b) >= 0)).Select(f => Path.GetFileName(f))];
        await using var db = test.NewDb();
        var tables = await NamesAsync(db.Database, test.Engine, ct);
        if (tables.Count < FewestTables)
            throw new InvalidOperationException("The list of tables is not the whole database.");
        foreach (var table in tables)
            found.AddRange(await RowsAsync(db.Database, table, words, bytes, ct));
        return found;
    }

    private static IEnumerable<string> Files(TestDatabase test) =>
        Directory.EnumerateFiles(test.Settings.Data, "*", SearchOption.AllDirectories)
            .Concat(test.Engine == Engine.Sqlite && new SqliteConnectionStringBuilder(test.Connection).DataSource is var own ? Directory.EnumerateFiles(Path.GetDirectoryName(own)!, Path.GetFileName(own) + "*") : []);

    private static byte[] Read(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        open.CopyTo(copy);
        return copy.ToArray();
    }

    private static async Task<List<string>> NamesAsync(DatabaseFacade database, Engine engine, CancellationToken ct) =>
        await database.SqlQueryRaw<string>(engine == Engine.Sqlite
            ? "select name as \"Value\" from sqlite_master where type = 'table' and sql not like 'create virtual%'"
            : "select table_name as \"Value\" from information_schema.tables where table_schema = 'public'").ToListAsync(ct);

    private static async Task<IReadOnlyList<string>> RowsAsync(DatabaseFacade database, string table, IReadOnlyList<string> words, IReadOnlyList<byte[]> bytes, CancellationToken ct)
    {
        await database.OpenConnectionAsync(ct);
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = $"select * from \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) switch { byte[] b => bytes.Any(w => b.AsSpan().IndexOf(w) >= 0), var v => $"{v}" is var text && words.Any(w => text.Contains(w, StringComparison.Ordinal)) })
                    found.Add($"{table}.{reader.GetName(i)}");
            }
        }

        return found;
    }
}
