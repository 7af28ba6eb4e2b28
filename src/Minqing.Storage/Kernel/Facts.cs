using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>The stored form of facts: JSON with the event's type name beside it. What is written here is read for ever.</summary>
public static class Facts
{
    private static readonly Dictionary<string, Type> Types = typeof(DomainEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract)
        .ToDictionary(t => t.Name);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new TypedIds() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    /// <summary>The bytes that are hashed and kept: one step of one subject.</summary>
    public static byte[] Body(Subject subject, int seq, StepTaken step) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new EntryBody(subject.Kind, subject.Id, seq, step.Step, step.By.At, step.By.Actor, [.. step.Texts.Select(t => t.Ref)], [.. step.Facts.Select(Fact)]),
            Options);

    /// <summary>The bytes of a body that was read and changed.</summary>
    public static byte[] Bytes(EntryBody body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);

    /// <summary>The step that a stored body holds; its texts are looked up elsewhere.</summary>
    public static EntryBody Parse(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize<EntryBody>(body, Options)!;

    public static StepTaken Step(EntryBody body) =>
        new(body.Step, new(body.Actor, body.At), [.. body.Facts.Select(f => (DomainEvent)f.Data.Deserialize(Types[f.Fact], Options)!)], []);

    private static FactBody Fact(DomainEvent fact) => new(fact.GetType().Name, JsonSerializer.SerializeToElement(fact, fact.GetType(), Options));
}

/// <summary>One journal entry's hashed content.</summary>
public sealed record EntryBody(SubjectKind Kind, Guid Id, int Seq, string Step, DateTime At, Actor Actor, IReadOnlyList<WrittenRef> Texts, IReadOnlyList<FactBody> Facts);

/// <summary>One fact within it.</summary>
public sealed record FactBody(string Fact, JsonElement Data);
