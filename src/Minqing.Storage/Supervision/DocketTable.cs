using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Supervision;

internal sealed class DocketTable : IEntityTypeConfiguration<Docket>
{
    public void Configure(EntityTypeBuilder<Docket> builder)
    {
        builder.ToTable("dockets").HasKey(d => d.Id);
        builder.AsAggregate();
        builder.Ignore(d => d.Over);
        builder.Property(d => d.Path).SortsByBytes();
        builder.HasIndex(d => d.Path);
        builder.HasIndex(d => d.OwnerUnit);
        builder.HasIndex(d => new { d.Kind, d.Region, d.Category });
        builder.HasParts(d => d.Tasks, "docket_tasks", "DocketId", task =>
        {
            task.HasIndex(t => t.Unit);
            task.HasIndex(t => new { t.SetBy, t.SetAt });
        });
        builder.HasParts(d => d.Appeals, "docket_appeals", "DocketId", appeal => appeal.HasIndex(a => a.Appeal));
        builder.HasParts(d => d.Answerables, "docket_answerables", "DocketId", answerable => answerable.HasIndex(a => a.Post));
    }
}
