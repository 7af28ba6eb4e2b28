using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Minqing.Storage.Kernel;

/// <summary>Writes a typed id as the bare uuid.</summary>
internal sealed class TypedIds : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.Name.EndsWith("Id", StringComparison.Ordinal) && typeToConvert.GetProperty("Value")?.PropertyType == typeof(Guid);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TypedId<>).MakeGenericType(typeToConvert))!;

    private sealed class TypedId<T> : JsonConverter<T>
        where T : struct
    {
        // A typed id is a Guid and nothing else.
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Unsafe.BitCast<Guid, T>(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Unsafe.BitCast<T, Guid>(value));
    }
}
