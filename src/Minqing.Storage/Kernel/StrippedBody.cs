using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Minqing.Domain.Appeals;

namespace Minqing.Storage.Kernel;

/// <summary>The body of an entry without where it is (address, position and posted code) and without the few words that stand in it and not in a text. All else stays byte for byte.</summary>
public static class StrippedBody
{
    private const string Place = "place";

    private static readonly string[] Said = ["address", "point", "siteCode"];

    // A sentence of a result that was quoted, and the name that somebody typed of who is to have it.
    private static readonly Dictionary<string, string> Typed = new() { [nameof(ResultRejected)] = "sentence", [nameof(AppealReferred)] = "to" };

    /// <summary>Null where the body says nothing of that.</summary>
    public static byte[]? Of(byte[] body)
    {
        var entry = Facts.Parse(body);
        return entry.Facts.Any(Tells) ? Facts.Bytes(entry with { Facts = [.. entry.Facts.Select(f => Tells(f) ? f with { Data = Without(f) } : f)] }) : null;
    }

    /// <summary>Whether nothing is left in it that should have been taken.</summary>
    public static bool Is(EntryBody body) => !body.Facts.Any(Tells);

    /// <summary>The print by which an entry says what another one was made into.</summary>
    public static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    private static bool Tells(FactBody fact) =>
        fact.Fact is nameof(ReportReceived) or nameof(AppealAccepted)
            ? fact.Data.TryGetProperty(Place, out var place) && Said.Any(name => Says(place, name))
            : Typed.TryGetValue(fact.Fact, out var typed) && Says(fact.Data, typed);

    private static bool Says(JsonElement of, string name) => of.TryGetProperty(name, out var value) && !(value.ValueKind == JsonValueKind.String && value.GetString() is "");

    private static JsonElement Without(FactBody fact)
    {
        var all = JsonNode.Parse(fact.Data.GetRawText())!.AsObject();
        if (Typed.TryGetValue(fact.Fact, out var typed))
        {
            all[typed] = "";
            return JsonSerializer.SerializeToElement(all);
        }

        var place = all[Place]!.AsObject();
        foreach (var name in Said.Skip(1))
            place.Remove(name);
        place[Said[0]] = "";
        return JsonSerializer.SerializeToElement(all);
    }
}
