using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Notices;

namespace Minqing.Storage.Notices;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices").HasKey(n => n.Id);
        builder.HasIndex(n => new { n.Person, n.CreatedAt });
        builder.HasIndex(n => new { n.Person, n.ReadAt });
        builder.HasIndex(n => new { n.Sms, n.DigestAt });

        // The same number cannot be used twice, however many send at once.
        builder.HasIndex(n => new { n.Person, n.SmsOn, n.SmsNo }).IsUnique();
    }
}
