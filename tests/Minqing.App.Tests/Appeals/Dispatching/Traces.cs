using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>Where words can still be read: in any row of any table, in any file of the data folder, in the database's own files.</summary>
internal static class Traces
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<string>> OfAsync(TestDatabase test, string words)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        var found = Files(test).Where(f => Read(f).AsSpan().IndexOf(bytes) >= 0).Select(Path.GetFileName).ToList();
        await using var db = test.NewDb();
        var tables = await NamesAsync(db.Database, test.Engine);
        Assert.True(tables.Count > 40, "the list of tables is not the whole database");
        foreach (var table in tables)
            found.AddRange(await RowsAsync(db.Database, table, words, bytes));
        return found!;
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

    private static async Task<List<string>> NamesAsync(DatabaseFacade database, Engine engine) =>
        await database.SqlQueryRaw<string>(engine == Engine.Sqlite
            ? "select name as \"Value\" from sqlite_master where type = 'table' and sql not like 'create virtual%'"
            : "select table_name as \"Value\" from information_schema.tables where table_schema = 'public'").ToListAsync(Ct);

    private static async Task<IReadOnlyList<string>> RowsAsync(DatabaseFacade database, string table, string words, byte[] bytes)
    {
        await database.OpenConnectionAsync(Ct);
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = $"select * from \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var found = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) switch { byte[] b => b.AsSpan().IndexOf(bytes) >= 0, var v => $"{v}".Contains(words, StringComparison.Ordinal) })
                    found.Add($"{table}.{reader.GetName(i)}");
            }
        }

        return found;
    }
}
