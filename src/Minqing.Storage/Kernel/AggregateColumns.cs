using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>What the row of every aggregate has: its version and the head of its journal.</summary>
internal static class AggregateColumns
{
    public static void AsAggregate<T>(this EntityTypeBuilder<T> builder)
        where T : Aggregate
    {
        builder.Ignore(a => a.Subject);
        builder.Ignore(a => a.Clocks);
        builder.Ignore(a => a.Taken);
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}
