using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;

namespace Minqing.Storage.Appeals;

internal sealed class AppealAccessTable : IEntityTypeConfiguration<AppealAccess>
{
    public void Configure(EntityTypeBuilder<AppealAccess> builder)
    {
        builder.ToTable("appeal_accesses").HasKey(a => new { a.Appeal, a.Person, a.Day });
        builder.HasIndex(a => new { a.FirstAt, a.Appeal, a.Person }); // never written again, as the last instant is
        builder.HasIndex(a => new { a.Person, a.FirstAt, a.Appeal });
    }
}
