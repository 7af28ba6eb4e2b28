using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Vault;

internal sealed class IdentityLogTable : IEntityTypeConfiguration<IdentityLog>
{
    public void Configure(EntityTypeBuilder<IdentityLog> builder)
    {
        builder.ToTable("identity_logs").HasKey(l => l.Id);
        builder.AsAggregate();
    }
}
