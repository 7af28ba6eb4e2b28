using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.People;

internal sealed class SessionTable : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SignInRefusal>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions").HasKey(s => s.Id);
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => new { s.Account, s.StartedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.Account).IsRequired();
    }

    public void Configure(EntityTypeBuilder<SignInRefusal> builder)
    {
        builder.ToTable("sign_in_refusals").HasKey(r => r.Id);
        builder.HasIndex(r => new { r.Account, r.At });
    }
}
