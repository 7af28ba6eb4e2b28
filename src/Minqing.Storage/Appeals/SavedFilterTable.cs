using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;

namespace Minqing.Storage.Appeals;

internal sealed class SavedFilterTable : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("saved_filters").HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasIndex(f => new { f.Owner, f.List, f.Name }).IsUnique();
        builder.HasIndex(f => f.Unit);
    }
}
