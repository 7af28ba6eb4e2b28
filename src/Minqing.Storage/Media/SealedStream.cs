using System.Security.Cryptography;

namespace Minqing.Storage.Media;

/// <summary>Reads sealed bytes from any position. Bytes that were changed, cut off or moved throw <see cref="CryptographicException"/> (broken data, not an expected "no").</summary>
internal sealed class SealedStream : Stream
{
    private readonly Stream inner;
    private readonly AesGcm aes;
    private readonly long chunks;
    private readonly byte[] closed = new byte[MediaSeal.Chunk + MediaSeal.Tag];
    private readonly byte[] open = new byte[MediaSeal.Chunk];
    private long current = -1;
    private int held;

    public SealedStream(Stream inner, MediaKey key)
    {
        this.inner = inner;
        var body = inner.Length - MediaSeal.Header;
        chunks = (body + closed.Length - 1) / closed.Length;
        Length = body - (chunks * MediaSeal.Tag);
        Span<byte> header = stackalloc byte[MediaSeal.Header];
        if (body < MediaSeal.Tag || Length < 0 || inner.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith(MediaSeal.Magic))
        {
            throw new CryptographicException("Not a sealed file.");
        }

        aes = key.ForFile(header[4..]);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Wanted() is { } wanted)
        {
            inner.Position = PlaceOf(wanted);
            Decrypt(wanted, inner.ReadAtLeast(closed, closed.Length, throwOnEndOfStream: false));
        }

        return Give(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Wanted() is { } wanted)
        {
            inner.Position = PlaceOf(wanted);
            Decrypt(wanted, await inner.ReadAtLeastAsync(closed, closed.Length, throwOnEndOfStream: false, cancellationToken));
        }

        return Give(buffer.Span);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            aes.Dispose();
            inner.Dispose();
            CryptographicOperations.ZeroMemory(open);
        }

        base.Dispose(disposing);
    }

    private static long PlaceOf(long chunk) => MediaSeal.Header + (chunk * (MediaSeal.Chunk + MediaSeal.Tag));

    private long? Wanted() => Position >= Length || Position / MediaSeal.Chunk == current ? null : Position / MediaSeal.Chunk;

    private void Decrypt(long chunk, int read)
    {
        if (read < MediaSeal.Tag)
        {
            throw new CryptographicException("The sealed file is cut off.");
        }

        Span<byte> nonce = stackalloc byte[12];
        MediaSeal.Nonce(nonce, (uint)chunk, last: chunk == chunks - 1);
        held = read - MediaSeal.Tag;
        current = -1;
        aes.Decrypt(nonce, closed.AsSpan(0, held), closed.AsSpan(held, MediaSeal.Tag), open.AsSpan(0, held));
        current = chunk;
    }

    private int Give(Span<byte> buffer)
    {
        if (Position >= Length)
        {
            return 0;
        }

        var within = (int)(Position % MediaSeal.Chunk);
        var count = Math.Min(buffer.Length, held - within);
        open.AsSpan(within, count).CopyTo(buffer);
        Position += count;
        return count;
    }
}
