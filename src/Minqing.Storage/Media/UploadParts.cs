using System.Buffers.Binary;
using System.Security.Cryptography;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Media;

/// <summary>
/// What has arrived of an upload, until it is whole. Its bytes still hold position and time of the photo, so they stand under a key that is thrown away
/// when the upload ends. Each record: length, nonce, bytes, tag; a record that a crash cut off does not count.
/// </summary>
public sealed class UploadParts(string folder)
{
    private const int Piece = 64 * 1024;
    private const int Overhead = 4 + 12 + MediaSeal.Tag;
    private readonly string uploads = Path.Combine(folder, "uploads");

    /// <summary>Adds what the body holds, at <paramref name="offset"/>. What arrived before the line broke is kept.</summary>
    public async Task<Arrived> AppendAsync(MediaId id, MediaKey key, long offset, Stream body, long limit)
    {
        Directory.CreateDirectory(uploads);
        if (Lock(id) is not { } held)
        {
            return new(offset, Arrival.Busy);
        }

        await using var file = held;
        var at = await LengthAsync(file);
        if (at != offset)
        {
            return new(at, Arrival.OtherOffset);
        }

        using var aes = new AesGcm(key.Bytes, MediaSeal.Tag);
        var piece = new byte[Piece];
        while (true)
        {
            var (read, broken) = await FillAsync(body, piece);
            if (at + read > limit)
            {
                return new(at, Arrival.TooLarge);
            }

            await file.WriteAsync(Record(aes, at, piece.AsSpan(0, read)), CancellationToken.None);
            at += read;
            if (broken || read < piece.Length)
            {
                return new(at, broken ? Arrival.Broken : Arrival.Whole);
            }
        }
    }

    /// <summary>How many bytes have arrived; null while a piece is being written.</summary>
    public async Task<long?> LengthAsync(MediaId id)
    {
        Directory.CreateDirectory(uploads);
        await using var file = Lock(id);
        return file is null ? null : await LengthAsync(file);
    }

    /// <summary>Everything that arrived, in order.</summary>
    public async Task<byte[]> ReadAsync(MediaId id, MediaKey key, CancellationToken ct)
    {
        var sealedBytes = await File.ReadAllBytesAsync(PathOf(id), ct);
        using var aes = new AesGcm(key.Bytes, MediaSeal.Tag);
        var all = new MemoryStream(sealedBytes.Length);
        for (var rest = sealedBytes.AsSpan(); rest.Length >= Overhead && Size(rest) is var size && size <= rest.Length - Overhead; rest = rest[(size + Overhead)..])
        {
            var plain = new byte[size];
            aes.Decrypt(rest.Slice(4, 12), rest.Slice(16, size), rest.Slice(16 + size, MediaSeal.Tag), plain, Place(all.Length));
            all.Write(plain);
        }

        return all.ToArray();
    }

    public void Delete(MediaId id)
    {
        if (Directory.Exists(uploads))
        {
            File.Delete(PathOf(id));
        }
    }

    // Not cancelled with the request: what had arrived when the line was lost is what the next try need not send.
    private static async Task<(int Read, bool Broken)> FillAsync(Stream body, byte[] piece)
    {
        var read = 0;
        try
        {
            while (read < piece.Length && await body.ReadAsync(piece.AsMemory(read), CancellationToken.None) is var got and > 0)
            {
                read += got;
            }

            return (read, false);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            return (read, true);
        }
    }

    private static byte[] Record(AesGcm aes, long at, ReadOnlySpan<byte> plain)
    {
        if (plain.IsEmpty)
        {
            return [];
        }

        var record = new byte[plain.Length + Overhead];
        BinaryPrimitives.WriteInt32BigEndian(record, plain.Length);
        RandomNumberGenerator.Fill(record.AsSpan(4, 12));
        aes.Encrypt(record.AsSpan(4, 12), plain, record.AsSpan(16, plain.Length), record.AsSpan(16 + plain.Length), Place(at));
        return record;
    }

    private static byte[] Place(long at)
    {
        var place = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(place, at);
        return place;
    }

    private static int Size(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadInt32BigEndian(record) is var size and >= 0 ? size : int.MaxValue - Overhead;

    // leaves the file standing after its last whole record
    private static async Task<long> LengthAsync(FileStream file)
    {
        var (length, end, head) = (0L, 0L, new byte[4]);
        while (end + Overhead <= file.Length)
        {
            file.Position = end;
            await file.ReadExactlyAsync(head);
            if (Size(head) is var size && end + Overhead + size > file.Length)
            {
                break;
            }

            (length, end) = (length + size, end + Overhead + size);
        }

        file.Position = end;
        return length;
    }

    private FileStream? Lock(MediaId id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string PathOf(MediaId id) => Path.Combine(uploads, id.Value.ToString("N"));
}

/// <summary>How a piece of an upload arrived, and how many bytes there are now.</summary>
public sealed record Arrived(long Offset, Arrival How);

/// <summary>How a piece of an upload arrived.</summary>
public enum Arrival
{
    Whole,
    Broken,
    OtherOffset,
    TooLarge,
    Busy,
}
