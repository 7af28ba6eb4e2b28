using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Course;

/// <summary>One entry of the story: who did what, when, with which facts. Pages and interfaces put it into words for their audience.</summary>
/// <param name="Step">The kebab-case step.</param>
public sealed record ChronicleEntry(DateTime At, SubjectKind About, Guid Subject, string Step, Actor Actor, IReadOnlyList<DomainEvent> Facts, IReadOnlyDictionary<Guid, string?> Texts, Names Names)
{
    public T? Fact<T>()
        where T : DomainEvent => Facts.OfType<T>().FirstOrDefault();

    /// <summary>The words behind a text's id; null once erased, or where there is no text.</summary>
    public string? Words(Guid? text) => text is { } id ? Texts.GetValueOrDefault(id) : null;

    public string? ActorUnit => Actor.Unit is { } unit ? Names.Units.GetValueOrDefault(unit) : null;

    public string? ActorName => Actor.Person is { } person ? Names.People.GetValueOrDefault(person) : null;

    /// <summary>For whom the actor stood in.</summary>
    public string? ActorFor => Actor.OnBehalfOf is { } holder ? Names.People.GetValueOrDefault(holder) : null;
}

/// <summary>Names of the units and people in a story.</summary>
public sealed record Names(IReadOnlyDictionary<UnitId, string> Units, IReadOnlyDictionary<PersonId, string> People)
{
    public string Of(UnitId unit) => Units.GetValueOrDefault(unit) ?? "";
}
