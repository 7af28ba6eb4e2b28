using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage;

/// <summary>Applies the plain SQL scripts of the database's folder: each once, in order, in one transaction, guarded by a checksum.</summary>
public static class Migrator
{
    private const string Table = "create table if not exists schema_version(name text primary key, sha256 text not null, applied_at text not null)";

    /// <summary>Brings the schema up to date; returns how many scripts were applied. Throws when an applied script was changed afterwards.</summary>
    public static async Task<int> ApplyAsync(MinqingDb db, DateTime now, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        await RunAsync(connection, null, db.Dialect.LockMigrations, ct);
        try
        {
            await RunAsync(connection, null, Table, ct);
            var applied = 0;
            foreach (var (name, sql) in Scripts(db.Dialect.Name))
            {
                applied += await ApplyAsync(connection, name, sql, now, ct) ? 1 : 0;
            }

            return applied;
        }
        finally
        {
            await RunAsync(connection, null, db.Dialect.UnlockMigrations, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The scripts that were not applied yet.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(MinqingDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var pending = new List<string>();
            foreach (var (name, _) in Scripts(db.Dialect.Name))
            {
                if (await AppliedAsync(db.Database.GetDbConnection(), null, name, ct) is null)
                    pending.Add(name);
            }

            return pending;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static IEnumerable<(string Name, string Sql)> Scripts(string dialect)
    {
        var assembly = typeof(Migrator).Assembly;
        var prefix = $"{dialect}/";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }

    private static async Task<bool> ApplyAsync(DbConnection connection, string name, string sql, DateTime now, CancellationToken ct)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await AppliedAsync(connection, transaction, name, ct) is { } before)
        {
            return before == sha ? false : throw new InvalidOperationException($"Migration {name} was changed after it was applied.");
        }

        await RunAsync(connection, transaction, sql, ct);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into schema_version values(@name, @sha, @at)";
        Add(insert, "name", name);
        Add(insert, "sha", sha);
        Add(insert, "at", now.ToString("O", CultureInfo.InvariantCulture));
        await insert.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<string?> AppliedAsync(DbConnection connection, DbTransaction? transaction, string name, CancellationToken ct)
    {
        await using var query = connection.CreateCommand();
        query.Transaction = transaction;
        query.CommandText = "select sha256 from schema_version where name = @name";
        Add(query, "name", name);
        return await query.ExecuteScalarAsync(ct) as string;
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string? sql, CancellationToken ct)
    {
        if (sql is null)
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
