using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices;

/// <summary>Links that open one task for one person without signing in, for 24 hours: the notice's id, when it ends, and a keyed hash over both. 43 signs.</summary>
public sealed class SignedLinks(MasterKeys keys, Settings settings)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int Length = 32;
    private const int MacAt = 19;
    private static readonly DateTime Epoch = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The whole address, for an SMS.</summary>
    public Uri To(Notice notice, DateTime now) => new(settings.PublicUrl, $"/l/{Token(notice.Id, now + Lifetime)}");

    public string Token(Guid notice, DateTime until)
    {
        Span<byte> token = stackalloc byte[Length];
        notice.TryWriteBytes(token, bigEndian: true, out _);
        Span<byte> minutes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(minutes, (int)(until - Epoch).TotalMinutes);
        minutes[1..].CopyTo(token[16..]);
        Mac(notice, minutes).AsSpan(0, Length - MacAt).CopyTo(token[MacAt..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The notice that a token was made for. Takes the same time for every wrong one.</summary>
    public Result<Guid> Read(string? token, DateTime now)
    {
        var bytes = new byte[Length];
        if (token?.Length != 43 || !Base64Url.IsValid(token, out var length) || length != Length || Base64Url.DecodeFromChars(token, bytes) != Length)
        {
            return new LinkNotValid();
        }

        var notice = new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        byte[] minutes = [0, .. bytes.AsSpan(16, 3)];
        if (!CryptographicOperations.FixedTimeEquals(Mac(notice, minutes).AsSpan(0, Length - MacAt), bytes.AsSpan(MacAt)))
        {
            return new LinkNotValid();
        }

        return now < Epoch.AddMinutes(BinaryPrimitives.ReadInt32BigEndian(minutes)) ? notice : new LinkExpired();
    }

    private byte[] Mac(Guid notice, ReadOnlySpan<byte> minutes) =>
        keys.MacOf(string.Create(CultureInfo.InvariantCulture, $"link until {BinaryPrimitives.ReadInt32BigEndian(minutes)}"), notice);
}

/// <summary>No such link was ever given out.</summary>
public sealed record LinkNotValid : NotFound;

/// <summary>The link was given out more than a day ago: sign in instead, and go on with the appeal it was about.</summary>
public sealed record LinkExpired(AppealId? Appeal = null) : NotFound;
