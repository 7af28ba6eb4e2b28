using System.Security.Cryptography;
using System.Text;
using Minqing.Storage.Vault;

namespace Minqing.Storage.Sealing;

/// <summary>Signs tree heads with the installation's signing key, a PEM file of its own beside the master keys.</summary>
public sealed class HeadSigner : IDisposable
{
    private readonly ECDsa key;

    private HeadSigner(ECDsa key) => (this.key, Key) = (key, HeadKey.Of(key));

    public HeadKey Key { get; }

    /// <summary>Makes a new key; false when there is one already.</summary>
    public static bool Create(string path)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return OwnFile.Create(path, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
    }

    public static HeadSigner Load(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return new(key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new KeyFileException($"The signing key {path} cannot be read: {e.Message}", e);
        }
    }

    public void Sign(TreeHead head) => head.Signature = key.SignData(head.Text(), HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();
}
