using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Saving;

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

    /// <summary>Writes very many new rows, the fastest way there is. See <see cref="Bulk"/>.</summary>
    public abstract Task AddInBulkAsync(IDbContextTransaction transaction, BulkTable table, IEnumerable<object> rows, CancellationToken ct);

    /// <summary>Adds the rows of one save, all or none, with as few waits as there can be; within the transaction where one is open.</summary>
    public abstract Task AddAtOnceAsync(IRelationalConnection connection, IReadOnlyList<AddedRow> rows, CancellationToken ct);

    /// <summary>Whether the save failed because somebody else was quicker: load again, look again, try again.</summary>
    public virtual bool LostRace(DbUpdateException failure) => failure is DbUpdateConcurrencyException || IsDuplicateKey(failure);

    /// <summary>Appended to the inner select of a claim, so that rivals skip what is locked.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>An instant as a parameter of plain SQL.</summary>
    public virtual object Instant(DateTime at) => at;

    /// <summary>The newest rows of the index of words that answer {0}, a question made by <see cref="Words"/>; {1} at most.</summary>
    public abstract string NewestWithWords { get; }

    /// <summary>A question to the index of words: one of these words, and the mark of the area where one is named.</summary>
    public abstract string Words(string? area, IReadOnlyList<string> words);

    /// <summary>SQL that wakes the other nodes, with the sender as parameter; null where there can be no other.</summary>
    public virtual string? Notify => null;

    /// <summary>How many writers at once make sense.</summary>
    public virtual int Writers => 1;

    /// <summary>SQL by which a connection leaves nothing readable of what it overwrites, and the SQL that ends that; null where the database has none.</summary>
    public virtual string? BeginWipe => null;

    public virtual string? EndWipe => null;

    /// <summary>Waits for other nodes' calls until the connection breaks; ends at once where there can be no other.</summary>
    public virtual Task ListenAsync(DbConnection connection, Action<string> heard, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Begins to read the database as it is at this instant, without holding anybody up; ended by <c>commit</c>.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>Serialises migrations between processes; released by <see cref="UnlockMigrations"/>. Null where the database needs none.</summary>
    public abstract string? LockMigrations { get; }

    public abstract string? UnlockMigrations { get; }
}
