using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Appeals;

internal sealed class AppealTable : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("appeals").HasKey(a => a.Id);
        builder.AsAggregate();
        builder.Ignore(a => a.Turns);
        builder.Ignore(a => a.Ended);
        builder.Ignore(a => a.Claimed);
        builder.Ignore(a => a.Disclosure);
        builder.Ignore(a => a.Units);
        builder.Ignore(a => a.LeadExcused);
        builder.Ignore(a => a.Suspended);
        builder.Ignore(a => a.AskedExtension);
        builder.Property("StageBefore");
        builder.Ignore(a => a.Place);
        builder.Property(a => a.Point).HasConversion<PointText>();
        builder.Property(a => a.Path).SortsByBytes();
        builder.HasIndex(a => new { a.Path, a.ReceivedAt, a.Id });
        builder.HasIndex(a => new { a.ReceivedAt, a.Id });
        builder.HasIndex(a => new { a.Lead, a.ReceivedAt, a.Id });
        builder.HasIndex(a => new { a.Stage, a.Path, a.ReceivedAt, a.Id }).HasFilter("settled_at is null"); // what is not at its good end
        builder.Property(a => a.Concerns).HasConversion<int>();
        builder.HasIndex(a => new { a.Path, a.Concerns, a.ReceivedAt, a.Id, a.Sensitive, a.Intent }).HasFilter("concerns <> 0"); // all that a watch list asks
        builder.HasIndex(a => a.Event).HasFilter("event is not null");
        builder.HasIndex(a => a.InvalidProposedBy).HasFilter("invalid_proposed_by is not null");
        builder.OwnsMany(a => a.Rounds, round =>
        {
            round.ToTable("rounds").WithOwner().HasForeignKey("AppealId");
            round.HasKey("AppealId", nameof(Round.No));
            round.Property(r => r.No).ValueGeneratedNever();
            round.Property(r => r.Evidence).HasConversion<JsonList<Guid>, JsonListComparer<Guid>>();
        });
        builder.OwnsMany(a => a.Orders, order =>
        {
            order.ToTable("work_orders").WithOwner().HasForeignKey("AppealId");
            order.HasKey("AppealId", nameof(WorkOrder.No));
            order.Property(o => o.No).ValueGeneratedNever();
            order.Ignore(o => o.Open);
            order.Ignore(o => o.Beside);
            order.HasIndex(o => o.Unit);
            order.HasIndex(o => o.IssuedAt).HasFilter("issued_by is not null");
        });
        builder.OwnsMany(a => a.Targets, target =>
        {
            target.ToTable("targets").WithOwner().HasForeignKey("AppealId");
            target.HasKey("AppealId", nameof(Target.No));
            target.Property(t => t.No).ValueGeneratedNever();
            target.Property(t => t.Within).HasConversion<JsonList<Guid>, JsonListComparer<Guid>>();
        });
        builder.OwnsMany(a => a.Triages, triage =>
        {
            triage.ToTable("triages").WithOwner().HasForeignKey("AppealId");
            triage.HasKey("AppealId", nameof(Triage.No));
            triage.Property(t => t.No).ValueGeneratedNever();
        });
        builder.OwnsMany(a => a.Extensions, extension =>
        {
            extension.ToTable("extensions").WithOwner().HasForeignKey("AppealId");
            extension.HasKey("AppealId", nameof(ExtensionRequest.No));
            extension.Property(e => e.No).ValueGeneratedNever();
        });
        builder.OwnsMany(a => a.HandlingRatings, rating =>
        {
            rating.ToTable("handling_ratings").WithOwner().HasForeignKey("AppealId");
            rating.HasKey("AppealId", nameof(HandlingRating.No));
            rating.Property(r => r.No).ValueGeneratedNever();
        });
        builder.Navigation(a => a.HandlingRatings).HasField("ratings");
        foreach (var list in (string[])[nameof(Appeal.Rounds), nameof(Appeal.Orders), nameof(Appeal.Targets), nameof(Appeal.Triages), nameof(Appeal.Extensions), nameof(Appeal.HandlingRatings)])
        {
            builder.Navigation(list).UsePropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}
