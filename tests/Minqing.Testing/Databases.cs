using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Minqing.Storage;
using Minqing.Storage.Postgres;
using Minqing.Storage.Sqlite;
using Npgsql;

namespace Minqing.Testing;

/// <summary>Empty and ready-made databases of both kinds; ready-made ones are copies of a template that the migrator made once.</summary>
public static class Databases
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("minqing-tests-").FullName;
    private static readonly Dictionary<Engine, Lazy<Task<string>>> Templates = new()
    {
        [Engine.Sqlite] = new(() => MakeTemplateAsync(Engine.Sqlite)),
        [Engine.Postgres] = new(() => MakeTemplateAsync(Engine.Postgres)),
    };

    private static int count;

    static Databases() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>The connection string of a database without tables.</summary>
    public static async Task<string> EmptyAsync(Engine engine) => engine switch
    {
        Engine.Sqlite => SqliteFile(Name()),
        Engine.Postgres => await CreateAsync(Name(), null),
    };

    /// <summary>The connection string of a database with today's schema.</summary>
    public static async Task<string> MigratedAsync(Engine engine)
    {
        var template = await Templates[engine].Value;
        if (engine == Engine.Postgres)
            return await CreateAsync(Name(), new NpgsqlConnectionStringBuilder(template).Database);

        var file = SqliteFile(Name());
        File.Copy(new SqliteConnectionStringBuilder(template).DataSource, new SqliteConnectionStringBuilder(file).DataSource);
        return file;
    }

    public static async Task DropAsync(Engine engine, string connection)
    {
        ClearPool(engine, connection);
        if (engine == Engine.Sqlite)
        {
            foreach (var file in Directory.EnumerateFiles(Folder, Path.GetFileName(new SqliteConnectionStringBuilder(connection).DataSource) + "*"))
                File.Delete(file);
        }
        else
        {
            await RunAsync(_ => $"drop database if exists {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");
        }
    }

    /// <summary>A context by hand, without the program's composition.</summary>
    public static MinqingDb Open(Engine engine, string connection) => engine switch
    {
        Engine.Sqlite => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).AddInterceptors(new SqlitePragmas()).Options),
        Engine.Postgres => new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(PostgresOptions.Full(connection)).Options),
    };

    private static string Name() =>
        string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref count)}");

    private static string SqliteFile(string name) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, name + ".db") }.ToString();

    private static async Task<string> MakeTemplateAsync(Engine engine)
    {
        var connection = await EmptyAsync(engine);
        await using (var db = Open(engine, connection))
        {
            await Migrator.ApplyAsync(db, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), CancellationToken.None);
            if (engine == Engine.Sqlite)
                await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)");
        }

        ClearPool(engine, connection); // a template with visitors cannot be copied
        return connection;
    }

    private static void ClearPool(Engine engine, string connection)
    {
        if (engine == Engine.Sqlite)
        {
            using var pool = new SqliteConnection(connection);
            SqliteConnection.ClearPool(pool);
        }
        else
        {
            foreach (var text in new[] { connection, PostgresOptions.Full(connection) })
            {
                using var pool = new NpgsqlConnection(text);
                NpgsqlConnection.ClearPool(pool);
            }
        }
    }

    private static async Task<string> CreateAsync(string name, string? template)
    {
        // Copied as files where the server knows how: half the work of copying it page by page.
        await RunAsync(template is null ? _ => $"create database {name}" : server => $"create database {name} template {template}{(server.Major >= 15 ? " strategy file_copy" : "")}");
        // Few connections each: many tests run at once against one server. None of our types is our own: what the server has need not be asked for in each.
        return new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionAsync())
        {
            Database = name,
            MaxPoolSize = 40,
            ConnectionIdleLifetime = 10,
            IncludeErrorDetail = true,
            ["Server Compatibility Mode"] = "NoTypeLoading",
        }.ToString();
    }

    private static async Task RunAsync(Func<Version, string> sql)
    {
        var server = new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionAsync())
        {
            Database = "postgres",
            Pooling = false,
            CommandTimeout = 120,
            ["Server Compatibility Mode"] = "NoTypeLoading",
        };
        await using var connection = new NpgsqlConnection(server.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql(connection.PostgreSqlVersion);
        await command.ExecuteNonQueryAsync();
    }
}
