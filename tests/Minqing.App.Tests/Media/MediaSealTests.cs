using System.Security.Cryptography;
using Minqing.Storage.Media;

namespace Minqing.App.Tests.Media;

[Trait("Spec", "I-30")]
public sealed class MediaSealTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task What_was_sealed_opens_whole_and_from_any_position(int length)
    {
        var (plain, key, file) = await SealAsync(length);

        await using var stream = MediaSeal.Open(new MemoryStream(file), key);
        var whole = new byte[stream.Length];
        await stream.ReadExactlyAsync(whole, TestContext.Current.CancellationToken);
        Assert.Equal(plain, whole);

        foreach (var from in new[] { 0, length / 3, length - 1, 65_536 }.Where(f => f >= 0 && f < length))
        {
            stream.Position = from;
            var rest = new byte[length - from];
            stream.ReadExactly(rest);
            Assert.Equal(plain[from..], rest);
        }
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(131_072)]
    public async Task A_byte_changed_chunks_exchanged_or_an_end_cut_off_is_noticed(int length)
    {
        var (_, key, file) = await SealAsync(length);
        const int Chunk = 65_536 + 16;
        byte[] changed = [.. file], exchanged = [.. file[..20], .. file[(20 + Chunk)..(20 + (2 * Chunk))], .. file[20..(20 + Chunk)], .. file[(20 + (2 * Chunk))..]];
        changed[70_000] ^= 1;

        Assert.All([changed, exchanged, file[..(20 + Chunk)], file[..^1]], broken => Assert.ThrowsAny<CryptographicException>(() => Read(broken, key)));
        Assert.ThrowsAny<CryptographicException>(() => Read(file, MediaKey.New()));
    }

    private static void Read(byte[] file, MediaKey key)
    {
        using var stream = MediaSeal.Open(new MemoryStream(file), key);
        stream.CopyTo(Stream.Null);
    }

    private static async Task<(byte[] Plain, MediaKey Key, byte[] File)> SealAsync(int length)
    {
        var (plain, key, file) = (RandomNumberGenerator.GetBytes(length), MediaKey.New(), new MemoryStream());
        await MediaSeal.SealAsync(plain, key, file, TestContext.Current.CancellationToken);
        return (plain, key, file.ToArray());
    }
}
