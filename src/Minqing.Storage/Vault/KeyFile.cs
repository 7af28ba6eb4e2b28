using System.Security.Cryptography;
using System.Text.Json;

namespace Minqing.Storage.Vault;

/// <summary>The master keys as a file, readable by its owner only. It lies apart from data and backups: whoever holds both holds the identities.</summary>
public static class KeyFile
{
    private const string Format = "minqing-keys-1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Makes a file with a first master key; false when a file is there already.</summary>
    public static bool Create(string path) =>
        OwnFile.Create(path, Text(new(Format, [new(1, RandomNumberGenerator.GetBytes(32))], RandomNumberGenerator.GetBytes(32))));

    /// <summary>Adds a master key that wraps new data keys from the next start on; the older ones stay to open what they wrapped.</summary>
    public static int Rotate(string path)
    {
        var stored = Read(path);
        var version = stored.Masters.Max(m => m.Version) + 1;
        OwnFile.Replace(path, Text(stored with { Masters = [.. stored.Masters, new(version, RandomNumberGenerator.GetBytes(32))] }));
        return version;
    }

    public static MasterKeys Load(string path)
    {
        var stored = Read(path);
        return new(new AesCiphers(), stored.Masters.ToDictionary(m => m.Version, m => m.Key), stored.PhoneIndex);
    }

    private static Stored Read(string path)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(path), Options);
            return stored is { Format: Format, Masters.Count: > 0, PhoneIndex.Length: 32 } && stored.Masters.All(m => m.Key.Length == 32)
                ? stored
                : throw new KeyFileException($"{path} is not a key file of this program.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new KeyFileException($"The key file {path} cannot be read: {e.Message}", e);
        }
    }

    private static byte[] Text(Stored stored) => JsonSerializer.SerializeToUtf8Bytes(stored, Options);

    private sealed record Stored(string Format, IReadOnlyList<Master> Masters, byte[] PhoneIndex);

    private sealed record Master(int Version, byte[] Key);
}
