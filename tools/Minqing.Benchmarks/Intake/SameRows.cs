using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;
using Npgsql;
using System.Data.Common;

namespace Minqing.Benchmarks.Intake;

/// <summary>Proves after the load that both sides did the same work: as many rows per report in each table, in each database.</summary>
internal static class SameRows
{
    public static async Task CheckAsync(Copies copies, Town town, DatabaseSettings bare, CancellationToken ct)
    {
        await using var scope = town.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        await db.Database.OpenConnectionAsync(ct);
        await using DbConnection other = bare.Kind == DatabaseKind.Sqlite ? new SqliteConnection(bare.Connection) : new NpgsqlConnection(bare.Connection);
        await other.OpenAsync(ct);
        var (here, there) = (await CountAsync(db.Database.GetDbConnection(), "reports", ct), await CountAsync(other, "reports", ct));
        foreach (var table in copies.Rows.GroupBy(r => r.Table))
        {
            var (ours, theirs) = (await CountAsync(db.Database.GetDbConnection(), table.Key, ct), await CountAsync(other, table.Key, ct));
            // Importing divisions has entries of its own.
            if (theirs != there * table.Count() || (ours != here * table.Count() && table.Key is not ("journal" or "outbox")) || ours < here * table.Count())
                throw new InvalidOperationException($"{table.Key}: {ours} rows of {here} reports, but {theirs} of {there} at the bare endpoint, should be {table.Count()} each.");
        }
    }

    private static async Task<long> CountAsync(DbConnection connection, string table, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), null);
    }
}
