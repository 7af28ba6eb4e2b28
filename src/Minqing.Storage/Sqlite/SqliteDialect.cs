using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Minqing.Storage.Sqlite;

/// <summary>SQLite: instants as microseconds since 1970, write locks taken at once.</summary>
public sealed class SqliteDialect : Dialect
{
    public override string Name => "sqlite";

    public override string SkipLocked => "";

    public override string? LockMigrations => null;

    public override string? UnlockMigrations => null;

    public override void Configure(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<Microseconds>();

    public override bool IsDuplicateKey(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    private sealed class Microseconds() : ValueConverter<DateTime, long>(
        at => (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        us => DateTime.UnixEpoch.AddTicks(us * TimeSpan.TicksPerMicrosecond));
}
