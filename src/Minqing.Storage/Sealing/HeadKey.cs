using System.Security.Cryptography;

namespace Minqing.Storage.Sealing;

/// <summary>The public half of a key that signs tree heads.</summary>
public sealed record HeadKey(string Id, string Algorithm, byte[] PublicKey)
{
    public const string EcdsaP256 = "ecdsa-p256-sha256";

    public static HeadKey Of(ECDsa key)
    {
        var spki = key.ExportSubjectPublicKeyInfo();
        return new(IdOf(spki), EcdsaP256, spki);
    }

    /// <summary>From a PEM file, of the public key or the whole one.</summary>
    public static HeadKey OfPem(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return Of(key);
    }

    public bool Signed(TreeHead head)
    {
        if (Algorithm != EcdsaP256 || Id != IdOf(PublicKey))
            return false;

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(PublicKey, out _);
            return key.VerifyData(head.Text(), head.Signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string IdOf(byte[] spki) => Convert.ToHexStringLower(SHA256.HashData(spki)[..8]);
}
