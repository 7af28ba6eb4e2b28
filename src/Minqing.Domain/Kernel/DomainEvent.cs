namespace Minqing.Domain.Kernel;

/// <summary>Something that happened to an aggregate. Its name and properties are stored in the journal for ever: add, never rename.</summary>
public abstract record DomainEvent;

/// <summary>One step as it goes to the journal: its kebab-case name, what it changed, and the words written in it.</summary>
public sealed record StepTaken(string Step, By By, IReadOnlyList<DomainEvent> Facts, IReadOnlyList<Written> Texts);
