using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Minqing.Storage.Saving;

/// <summary>A save that only adds rows, such as taking a report down, goes to the database in one message; every other save takes EF's way.</summary>
internal sealed class AddsAtOnce(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational, ICurrentDbContext current) : RelationalDatabase(dependencies, relational)
{
    private readonly IRelationalConnection connection = relational.Connection;

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        if (current.Context is not MinqingDb db || AddedRow.All(entries) is not { } rows)
        {
            return await base.SaveChangesAsync(entries, cancellationToken);
        }

        await connection.OpenAsync(cancellationToken);
        try
        {
            await db.Dialect.AddAtOnceAsync(connection, rows, cancellationToken);
            return entries.Count;
        }
        catch (DbException failure)
        {
            throw new DbUpdateException("The rows could not be added.", failure, [.. entries]);
        }
        finally
        {
            await connection.CloseAsync();
        }
    }
}
