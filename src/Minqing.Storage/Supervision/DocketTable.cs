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
        builder.OwnsMany(d => d.Tasks, task =>
        {
            task.ToTable("docket_tasks").WithOwner().HasForeignKey("DocketId");
            task.HasKey("DocketId", nameof(DocketTask.No));
            task.Property(t => t.No).ValueGeneratedNever();
            task.HasIndex(t => t.Unit);
        });
        builder.OwnsMany(d => d.Appeals, appeal =>
        {
            appeal.ToTable("docket_appeals").WithOwner().HasForeignKey("DocketId");
            appeal.HasKey("DocketId", nameof(DocketAppeal.No));
            appeal.Property(a => a.No).ValueGeneratedNever();
            appeal.HasIndex(a => a.Appeal);
        });
        builder.OwnsMany(d => d.Answerables, answerable =>
        {
            answerable.ToTable("docket_answerables").WithOwner().HasForeignKey("DocketId");
            answerable.HasKey("DocketId", nameof(Answerable.No));
            answerable.Property(a => a.No).ValueGeneratedNever();
            answerable.HasIndex(a => a.Post);
        });
        foreach (var list in (string[])[nameof(Docket.Tasks), nameof(Docket.Appeals), nameof(Docket.Answerables)])
        {
            builder.Navigation(list).UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}
