using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Minqing.Domain.Appeals;

namespace Minqing.Storage.Kernel;

/// <summary>The body of an entry without where it is: address, position and posted code. All else stays byte for byte.</summary>
public static class StrippedBody
{
    private const string Place = "place";

    private static readonly string[] Said = ["address", "point", "siteCode"];

    /// <summary>Null where the body says nothing of where.</summary>
    public static byte[]? Of(byte[] body)
    {
        var entry = Facts.Parse(body);
        return entry.Facts.Any(Tells) ? Facts.Bytes(entry with { Facts = [.. entry.Facts.Select(f => Tells(f) ? f with { Data = Without(f.Data) } : f)] }) : null;
    }

    /// <summary>Whether nothing is left in it that should have been taken.</summary>
    public static bool Is(EntryBody body) => !body.Facts.Any(Tells);

    /// <summary>The print by which an entry says what another one was made into.</summary>
    public static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static bool Tells(FactBody fact) =>
        fact.Fact is nameof(ReportReceived) or nameof(AppealAccepted)
        && fact.Data.TryGetProperty(Place, out var place)
        && Said.Any(name => place.TryGetProperty(name, out var value) && !(value.ValueKind == JsonValueKind.String && value.GetString() is ""));

    private static JsonElement Without(JsonElement data)
    {
        var all = JsonNode.Parse(data.GetRawText())!.AsObject();
        var place = all[Place]!.AsObject();
        foreach (var name in Said.Skip(1))
            place.Remove(name);
        place[Said[0]] = "";
        return JsonSerializer.SerializeToElement(all);
    }
}
