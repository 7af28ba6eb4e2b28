using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Timers;

/// <summary>A planned run that was done. It is written in the save of what the run made, so that no second process makes it again.</summary>
public sealed class ScheduleRun
{
    public required string Job { get; init; }

    /// <summary>The instant for which it was planned.</summary>
    public required DateTime Slot { get; init; }

    public required DateTime RanAt { get; init; }
}

internal sealed class ScheduleRunTable : IEntityTypeConfiguration<ScheduleRun>
{
    public void Configure(EntityTypeBuilder<ScheduleRun> builder) => builder.ToTable("schedule_runs").HasKey(r => new { r.Job, r.Slot });
}
