using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Media;

internal sealed class MediaTable : IEntityTypeConfiguration<MediaRow>
{
    public void Configure(EntityTypeBuilder<MediaRow> builder)
    {
        builder.ToTable("media").HasKey(m => m.Id);
        builder.HasIndex(m => m.SubjectId);
        builder.HasIndex(m => m.CreatedAt).HasFilter("bound_at is null");
        // of two submissions that name the same upload, one wins
        builder.Property(m => m.BoundAt).IsConcurrencyToken();
        builder.Property(m => m.State).IsConcurrencyToken();
        builder.OwnsMany(m => m.Files, file =>
        {
            file.ToTable("media_files").WithOwner().HasForeignKey("MediaId");
            file.HasKey("MediaId", nameof(MediaFile.Role));
            file.Property(f => f.Role).ValueGeneratedNever();
        });
        builder.Navigation(m => m.Files).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
