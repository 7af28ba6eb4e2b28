using System.Collections;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Saving;

/// <summary>Things that are wholly new, on their way to the database without being tracked: tracking them is half the time of taking a report down.</summary>
internal sealed class NewRows(MinqingDb db)
{
    /// <summary>Adds them, with clocks, turns, journal entries, texts and outbox messages of those that took steps, in one commit.</summary>
    public async Task AddAsync(IReadOnlyList<object> things, CancellationToken ct)
    {
        var rows = AddedRow.InOrder(things.SelectMany(With).SelectMany(thing => RowsOf(db.Model.FindEntityType(thing.GetType())!, thing, null)));
        var connection = db.GetService<IRelationalConnection>();
        await connection.OpenAsync(ct);
        try
        {
            await db.Dialect.AddAtOnceAsync(connection, rows, ct);
        }
        catch (DbException failure)
        {
            throw new DbUpdateException("The rows could not be added.", failure);
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    /// <summary>Whether everything is plain enough to be written as it is.</summary>
    public bool Can(IReadOnlyList<object> things) => things.All(t => db.Model.FindEntityType(t.GetType()) is { } type && Plain(type));

    private static bool Plain(IEntityType type) => RowShape.Of(type) is not null && Owned(type).All(o => Plain(o.TargetEntityType));

    private static IEnumerable<INavigation> Owned(IEntityType type) => type.GetNavigations().Where(n => n.ForeignKey.IsOwnership && !n.IsOnDependent);

    private static IEnumerable<object> With(object thing) => thing is not Aggregate aggregate ? [thing] :
    [
        thing,
        .. aggregate.Clocks,
        .. aggregate switch { Report report => report.Turns, Appeal appeal => appeal.Turns, _ => [] },
        .. JournalWriter.RowsOf(aggregate),
    ];

    private static IEnumerable<AddedRow> RowsOf(IEntityType type, object thing, Func<IProperty, object?>? owner)
    {
        object? Value(IProperty property) => property.IsShadowProperty() ? owner!(property.FindFirstPrincipal()!) : property.GetGetter().GetClrValue(thing);
        yield return new(RowShape.Of(type)!, Value);
        foreach (var owned in Owned(type))
        {
            foreach (var child in (IEnumerable)owned.GetGetter().GetClrValue(thing)!)
            {
                foreach (var row in RowsOf(owned.TargetEntityType, child, Value))
                {
                    yield return row;
                }
            }
        }
    }
}
