using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Supervision;

internal sealed class InstructionTable : IEntityTypeConfiguration<Instruction>
{
    public void Configure(EntityTypeBuilder<Instruction> builder)
    {
        builder.ToTable("instructions").HasKey(i => i.Id);
        builder.AsAggregate();
        builder.Ignore(i => i.Turns);
        builder.Ignore(i => i.Key);
        builder.Property(i => i.Path).SortsByBytes();
        builder.HasIndex(i => i.Appeal);
        builder.HasIndex(i => new { i.Path, i.DueAt }).HasFilter("done_at is null"); // what is open
        builder.HasIndex(i => new { i.Author, i.DueAt });
        builder.HasIndex(i => i.GivenAt);
    }
}
