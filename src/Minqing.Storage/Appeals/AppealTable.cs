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
        builder.Ignore(a => a.Rateable);
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
        builder.HasIndex(a => a.AskedByLink).HasFilter("asked_by_link is not null");
        builder.HasIndex(a => a.InvalidProposedBy).HasFilter("invalid_proposed_by is not null");
        builder.HasIndex(a => a.PurgeAskedBy).HasFilter("purge_asked_by is not null");
        builder.HasIndex(a => a.SecretWith).HasFilter("secret_with is not null");
        builder.HasParts(a => a.Rounds, "rounds", "AppealId", round => round.Property(r => r.Evidence).HasConversion<JsonList<Guid>, JsonListComparer<Guid>>());
        builder.HasParts(a => a.Orders, "work_orders", "AppealId", order =>
        {
            order.Ignore(o => o.Open);
            order.Ignore(o => o.Beside);
            order.HasIndex(o => o.Unit);
            order.HasIndex(o => o.IssuedAt).HasFilter("issued_by is not null");
        });
        builder.HasParts(a => a.Targets, "targets", "AppealId", target => target.Property(t => t.Within).HasConversion<JsonList<Guid>, JsonListComparer<Guid>>());
        builder.HasParts(a => a.Triages, "triages", "AppealId");
        builder.HasParts(a => a.Extensions, "extensions", "AppealId");
        builder.HasParts(a => a.HandlingRatings, "handling_ratings", "AppealId");
        builder.Navigation(a => a.HandlingRatings).HasField("ratings");
    }
}
