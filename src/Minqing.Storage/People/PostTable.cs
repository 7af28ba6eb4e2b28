using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.People;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.People;

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    private static readonly ValueComparer<IReadOnlyList<string>> Same = new(
        (a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, HashCode.Combine), list => list);

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts").HasKey(p => p.Id);
        builder.Ignore(p => p.Subject);
        builder.Ignore(p => p.Clocks);
        builder.Ignore(p => p.Taken);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Categories).HasConversion(new AsJson<IReadOnlyList<string>>(), Same);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => new { p.Region, p.Role });
        builder.HasIndex(p => p.Unit);
        builder.HasIndex(p => p.Holder);
        builder.HasParts(p => p.Holdings, "holdings", "PostId", holding => holding.HasIndex(h => h.Person));
        builder.HasParts(p => p.StandIns, "stand_ins", "PostId", standIn =>
        {
            standIn.HasIndex(s => new { s.Person, s.Until });
            standIn.HasIndex(s => s.Until);
        });
        builder.Navigation(p => p.StandIns).HasField("standIns");
    }
}
