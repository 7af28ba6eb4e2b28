using Microsoft.EntityFrameworkCore;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Postgres;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : MinqingDb(options, TheDialect)
{
    private static readonly PostgresDialect TheDialect = new();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.FindAnnotation(Paths.ByBytes) is not null))
            property.SetCollation("C");
    }
}
