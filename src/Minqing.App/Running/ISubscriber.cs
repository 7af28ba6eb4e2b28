using Minqing.Domain.Kernel;

namespace Minqing.App.Running;

/// <summary>Hears of journal entries after they were saved, at least once each. What it adds to the scope's <c>MinqingDb</c> is saved once.</summary>
public interface ISubscriber
{
    Task HearAsync(Entry entry, CancellationToken ct);
}

/// <summary>A journal entry as subscribers hear of it.</summary>
public sealed record Entry(Guid Id, Subject Subject, StepTaken Step);
