namespace Minqing.App.Running;

/// <summary>Does a planned piece of work. What it adds to the scope's <c>MinqingDb</c> is saved together with the run's being done: once, however many nodes.</summary>
public interface IScheduled
{
    /// <param name="slot">The instant for which it was planned; the last one only, when the program was down for several.</param>
    Task WorkAsync(ScheduledJob job, DateTime slot, CancellationToken ct);
}
