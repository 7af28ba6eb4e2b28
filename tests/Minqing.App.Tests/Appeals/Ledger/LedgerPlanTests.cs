using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Postgres;
using Minqing.Storage.Sqlite;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Ledger;

/// <summary>How both databases read the ledger: by a range of an index, never all of it.</summary>
[Trait("Spec", "H-32")]
public sealed class LedgerPlanTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_village_is_read_by_its_place_a_city_by_time_what_is_open_by_stage_and_a_unit_by_itself(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var (village, city) = (await town.SecretaryAsync(), await town.AsAsync(Role.CityCentre, SmallCity.City));

        Assert.Contains("ix_appeals_path_received_at_id", await PlanAsync(town, engine, village, LedgerFilter.None), StringComparison.Ordinal);
        var all = await PlanAsync(town, engine, city, LedgerFilter.None);
        Assert.Contains("ix_appeals_received_at_id", all, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE FOR ORDER BY", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", all, StringComparison.Ordinal);
        var unit = await PlanAsync(town, engine, city, new() { Unit = "村201" });
        Assert.Contains("ix_appeals_lead_received_at_id", unit, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE FOR ORDER BY", unit, StringComparison.Ordinal);
        Assert.Contains("ix_appeals_stage_path_received_at_id", await PlanAsync(town, engine, city, new() { Stage = Stage.Checking }), StringComparison.Ordinal);
        Assert.Contains("ix_appeals_path_concerns_received_at_id", await PlanAsync(town, engine, city, new() { Mark = LedgerMark.Late }), StringComparison.Ordinal);
        Assert.Contains("ix_turns_appeal_stopped", await PlanAsync(town, engine, city, new() { Mark = LedgerMark.Suspended }), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-34")]
    public async Task A_number_is_looked_up_and_leads_to_its_parts_by_their_keys(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();

        var plan = await PlanAsync(town, engine, await town.AsAsync(Role.CityCentre, SmallCity.City), new() { Words = receipt.Number });

        Assert.Contains("ix_reports_number", plan, StringComparison.Ordinal);
        Assert.Contains(engine == Engine.Sqlite ? "SEARCH a USING INDEX sqlite_autoindex_appeals_1 (id=?)" : "pk_appeals", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("ix_appeals_path", plan, StringComparison.Ordinal);
    }

    // The plan of the first question for keys that the ledger asks. Tables this small PostgreSQL would read whole: that way is closed to it.
    private static async Task<string> PlanAsync(Town town, Engine engine, Viewer viewer, LedgerFilter filter)
    {
        var heard = new Heard();
        await using MinqingDb db = engine == Engine.Sqlite
            ? new SqliteDb((DbContextOptions<SqliteDb>)new DbContextOptionsBuilder<SqliteDb>().OnSqlite(town.Test.Connection).AddInterceptors(heard).Options)
            : new PostgresDb((DbContextOptions<PostgresDb>)new DbContextOptionsBuilder<PostgresDb>().OnPostgres(town.Test.Connection).AddInterceptors(heard).Options);
        await db.Database.OpenConnectionAsync(Ct);
        if (engine == Engine.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync("set enable_seqscan = off", Ct);
            await db.Database.ExecuteSqlRawAsync("set enable_bitmapscan = off", Ct);
        }

        Assert.True((await new ReadLedger(db, new(db), Profiles.Load("baiyin")).RunAsync(viewer, filter, null, Ct)).Ok);
        await using var explain = db.Database.GetDbConnection().CreateCommand();
        explain.CommandText = (engine == Engine.Sqlite ? "explain query plan " : "explain ") + heard.Text;
        explain.Parameters.AddRange(heard.Parameters.Select(p => Copied(explain, p)).ToArray());
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            plan.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture)!);
        return string.Join('\n', plan);
    }

    private static DbParameter Copied(DbCommand command, DbParameter like)
    {
        var copy = command.CreateParameter();
        (copy.ParameterName, copy.Value) = (like.ParameterName, like.Value);
        return copy;
    }

    private sealed class Heard : DbCommandInterceptor
    {
        public string Text { get; private set; } = "";

        public IReadOnlyList<DbParameter> Parameters { get; private set; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Text.Length == 0 && command.CommandText.Contains("received_at DESC", StringComparison.Ordinal) | command.CommandText.Contains("\"received_at\" DESC", StringComparison.Ordinal))
                (Text, Parameters) = (command.CommandText, [.. command.Parameters.Cast<DbParameter>()]);
            return new(result);
        }
    }
}
