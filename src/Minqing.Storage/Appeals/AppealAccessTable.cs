using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;

namespace Minqing.Storage.Appeals;

internal sealed class AppealAccessTable : IEntityTypeConfiguration<AppealAccess>
{
    public void Configure(EntityTypeBuilder<AppealAccess> builder) => builder.ToTable("appeal_accesses").HasKey(a => new { a.Appeal, a.Person, a.Day });
}
