using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage;

/// <summary>What differs between the databases; the only place that may ask which one it is.</summary>
public abstract class Dialect
{
    /// <summary>The folder of SQL scripts, and the name shown to operators.</summary>
    public abstract string Name { get; }

    /// <summary>Column types and converters of this database.</summary>
    public abstract void Configure(ModelConfigurationBuilder conventions);

    /// <summary>Whether the save failed because a unique key was there already.</summary>
    public abstract bool IsDuplicateKey(DbUpdateException failure);

    /// <summary>Appended to the inner select of a claim, so that rivals skip what is locked.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>Serialises migrations between processes; released by <see cref="UnlockMigrations"/>. Null where the database needs none.</summary>
    public abstract string? LockMigrations { get; }

    public abstract string? UnlockMigrations { get; }
}
