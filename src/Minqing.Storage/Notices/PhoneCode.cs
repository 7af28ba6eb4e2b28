using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Notices;

/// <summary>A code was asked for by somebody who named a phone number. The number stands here as its blind index alone, the code not at all: it is derived from the id by a key.</summary>
public sealed class PhoneCode
{
    public Guid Id { get; init; }

    /// <summary>The blind index of the number.</summary>
    public required byte[] Phone { get; init; }

    public DateTime AskedAt { get; init; }

    /// <summary>Good until then; used up, it ends at once.</summary>
    public DateTime Until { get; init; }

    /// <summary>How often somebody has typed a code for it.</summary>
    public int Tries { get; init; }
}

internal sealed class PhoneCodeTable : IEntityTypeConfiguration<PhoneCode>
{
    public void Configure(EntityTypeBuilder<PhoneCode> builder)
    {
        builder.ToTable("phone_codes").HasKey(c => c.Id);
        builder.HasIndex(c => new { c.Phone, c.AskedAt });
        builder.HasIndex(c => c.AskedAt);
    }
}
