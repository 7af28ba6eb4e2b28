using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Kernel;

/// <summary>The numbered parts of something, in a table of their own: whose they are, and the number among them.</summary>
internal static class PartRows
{
    private const string Number = "No";

    /// <param name="owner">The name of the column that says whose part it is, such as AppealId.</param>
    /// <param name="more">What else there is to say of the table.</param>
    public static void HasParts<TWhole, TPart>(
        this EntityTypeBuilder<TWhole> whole, Expression<Func<TWhole, IEnumerable<TPart>?>> parts, string table, string owner, Action<OwnedNavigationBuilder<TWhole, TPart>>? more = null)
        where TWhole : class
        where TPart : class
    {
        whole.OwnsMany(parts, part =>
        {
            part.ToTable(table).WithOwner().HasForeignKey(owner);
            part.HasKey(owner, Number);
            part.Property<int>(Number).ValueGeneratedNever();
            more?.Invoke(part);
        });
        whole.Navigation(parts).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
