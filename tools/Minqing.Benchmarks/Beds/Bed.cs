using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Minqing.App;
using Npgsql;

namespace Minqing.Benchmarks.Beds;

/// <summary>Databases to measure on, gone afterwards: of one SQLite folder, or of a PostgreSQL of our own whose commits are as durable as in a town hall.</summary>
internal sealed class Bed : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("minqing-bench-");
    private readonly Process? server;
    private readonly string? connection;

    private Bed(DatabaseKind kind, Process? server, string? connection) => (Kind, this.server, this.connection) = (kind, server, connection);

    public DatabaseKind Kind { get; }

    public string Folder => folder.FullName;

    public static async Task<Bed> MakeAsync(DatabaseKind kind, CancellationToken ct)
    {
        if (kind == DatabaseKind.Sqlite)
            return new(kind, null, null);

        string[] durable = ["-c fsync=on", "-c synchronous_commit=on", "-c full_page_writes=on", "-c shared_buffers=512MB"];
        var server = Process.Start(new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "throwaway-postgres"), .. durable]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new(kind, server, await server.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException("PostgreSQL did not start."));
    }

    /// <summary>Processor time that the database's own processes have used; none where it is within this one.</summary>
    public TimeSpan ServerCpu => connection is null ? TimeSpan.Zero : ServerProcesses.Cpu(new NpgsqlConnectionStringBuilder(connection).Host!);

    /// <summary>An empty database.</summary>
    public async Task<DatabaseSettings> DatabaseAsync(string name, CancellationToken ct)
    {
        if (connection is null)
            return new(Kind, $"Data Source={Path.Combine(Folder, name + ".db")}");

        await using var admin = new NpgsqlConnection(connection + ";Database=postgres;Pooling=false");
        await admin.OpenAsync(ct);
        await using var create = new NpgsqlCommand($"create database {name}", admin);
        await create.ExecuteNonQueryAsync(ct);
        return new(Kind, $"{connection};Database={name};Maximum Pool Size=80");
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder.Delete(recursive: true);
    }
}
