using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Regions;

[Trait("Spec", "O-01")]
public sealed class SubtreeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Everything_below_a_region_is_what_its_children_and_theirs_are(Engine engine)
    {
        await using var test = await BaiyinAsync(engine);
        await using var db = test.NewDb();
        var all = await db.Regions.AsNoTracking().ToListAsync(Ct);
        var children = all.ToLookup(r => r.ParentId);

        foreach (var region in all.Where(r => children[r.Id].Any() && r.Code.EndsWith("000", StringComparison.Ordinal)).Take(40))
            Assert.Equal(Below(region).Select(r => r.Code).Order(), await db.Regions.Under(region).Select(r => r.Code).OrderBy(c => c).ToListAsync(Ct));

        IEnumerable<Region> Below(Region region) => [region, .. children[region.Id].SelectMany(Below)];
    }

    [Theory, OnBothDatabases]
    public async Task The_database_reads_it_as_a_range_of_the_index(Engine engine)
    {
        await using var test = await BaiyinAsync(engine);
        await using var db = test.NewDb();
        var county = await db.Regions.AsNoTracking().SingleAsync(r => r.Code == "620402000000", Ct);

        var plan = await PlanAsync(db, db.Regions.Under(county));

        Assert.Contains("ix_regions_path", plan, StringComparison.Ordinal);
        Assert.Matches(engine == Engine.Sqlite ? @"SEARCH .*\(path>\? AND path<\?\)" : @"Index Cond: \(\(path >= .*\) AND \(path < ", plan);
    }

    [Fact]
    public async Task Every_path_sorts_by_its_bytes_whatever_the_language_of_the_database()
    {
        await using var test = await TestDatabase.OnAsync(Engine.Postgres);
        await using var db = test.NewDb();

        var others = await db.Database
            .SqlQueryRaw<string>("""select table_name::text as "Value" from information_schema.columns where table_schema = 'public' and column_name = 'path' and collation_name is distinct from 'C'""")
            .ToListAsync(Ct);

        Assert.Equal([], others);
    }

    private static async Task<string> PlanAsync(MinqingDb db, IQueryable<Region> query)
    {
        await db.Database.OpenConnectionAsync(Ct);
        if (db.Dialect.Name == "postgres")
            // A thousand rows are read faster without an index; what matters is that the range can use it.
            await db.Database.ExecuteSqlRawAsync("set enable_seqscan = off", Ct);
        await using var command = query.CreateDbCommand();
        command.CommandText = $"{(db.Dialect.Name == "sqlite" ? "explain query plan" : "explain")} {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var lines = new List<string>();
        while (await reader.ReadAsync(Ct))
            lines.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', lines);
    }

    private static async Task<TestDatabase> BaiyinAsync(Engine engine, [CallerFilePath] string here = "")
    {
        var test = await TestDatabase.OnAsync(engine);
        var file = await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(here)!, "../../../profiles/baiyin/regions.csv"), Ct);
        Assert.Equal(945, (await test.RunAsync<ImportRegions, Result<Imported>>(u => u.RunAsync(file, new(), null, Ct))).Value.Added);
        return test;
    }
}
