using Microsoft.Data.Sqlite;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Verifying;

public sealed class RubbishTests
{
    private static readonly string[] Rubbish = ["'x'", "-42", "x'00'", "9223372036854775807", "1.5"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("journal", "where seq = 2")]
    [InlineData("texts", "where rowid = 5")]
    [InlineData("identity_logs", "where rowid = 3")]
    [InlineData("tree_heads", "where rowid = 1")]
    [InlineData("tree_state", "")]
    [Trait("Spec", "P-13")]
    public async Task Whatever_is_put_into_any_column_is_found_and_never_stops_the_check(string table, string where)
    {
        await using var test = await VerificationTests.SealedAsync(Engine.Sqlite);
        var copy = Path.Combine(test.Settings.Data, "copy.db");
        Do(test.Connection, $"vacuum into '{copy}'");
        var columns = Ask(copy, $"select name from pragma_table_info('{table}') where name <> 'version'");
        foreach (var (column, value) in columns.SelectMany(c => Rubbish, (c, v) => (c, v)))
        {
            var tampered = Path.Combine(test.Settings.Data, "tampered.db");
            File.Copy(copy, tampered, overwrite: true);
            if (Do(At(tampered), $"update or ignore {table} set {column} = {value} {where}") == 0)
                continue;

            await using var db = Testing.Databases.Open(Engine.Sqlite, At(tampered));
            Assert.False((await new Verification(db).RunAsync(test.Settings.TreeHeads, [], Ct)).Sound, $"{table}.{column} = {value}");
        }
    }

    private static string At(string file) => $"Data Source={file};Pooling=False";

    private static int Do(string connection, string sql)
    {
        using var database = new SqliteConnection(connection);
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (SqliteException mismatch) when (mismatch.SqliteErrorCode == 20)
        {
            return 0; // a row's own number takes nothing else
        }
    }

    private static List<string> Ask(string file, string sql)
    {
        using var database = new SqliteConnection(At(file));
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answer = new List<string>();
        while (reader.Read())
            answer.Add(reader.GetString(0));
        return answer;
    }
}
