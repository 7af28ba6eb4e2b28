using System.Security.Cryptography;

namespace Minqing.Storage.Media;

/// <summary>
/// A folder of sealed files, each named by the SHA-256 of its bytes. Two people's same photo makes two files: every file has a key and salt of its own,
/// so nothing is merged across reports, and the folder can be checked without any key.
/// </summary>
public sealed class MediaStore(string folder)
{
    private readonly string work = Path.Combine(folder, "work");

    /// <summary>Stores the bytes sealed and returns the hash that names them. They are on the disk when this returns.</summary>
    public async Task<string> WriteAsync(ReadOnlyMemory<byte> plain, MediaKey key, CancellationToken ct)
    {
        Directory.CreateDirectory(work);
        var temporary = Path.Combine(work, Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await MediaSeal.SealAsync(plain, key, file, ct);
                file.Flush(flushToDisk: true);
            }

            var hash = await HashAsync(temporary, ct);
            File.Move(temporary, Place(hash));
            DurableFolder.Flush(Path.GetDirectoryName(PathOf(hash))!);
            return hash;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Null when the file is not there.</summary>
    public Stream? Open(string hash, MediaKey key)
    {
        var path = PathOf(hash);
        return File.Exists(path) ? MediaSeal.Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1), key) : null;
    }

    /// <summary>Whether the stored bytes are still those that were written. Needs no key.</summary>
    public async Task<bool> IsWholeAsync(string hash, CancellationToken ct) =>
        File.Exists(PathOf(hash)) && await HashAsync(PathOf(hash), ct) == hash;

    public void Delete(string hash) => File.Delete(PathOf(hash));

    /// <summary>Removes what a crash left half-written longer ago than this. By the machine's time, as the files are.</summary>
    public void CleanWork(TimeSpan longerAgo)
    {
        foreach (var file in Directory.Exists(work) ? new DirectoryInfo(work).EnumerateFiles() : [])
        {
            if (TimeProvider.System.GetUtcNow() - file.LastWriteTimeUtc > longerAgo)
            {
                file.Delete();
            }
        }
    }

    private string Place(string hash)
    {
        var place = PathOf(hash);
        var inner = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(inner))
        {
            Directory.CreateDirectory(inner);
            DurableFolder.Flush(Path.GetDirectoryName(inner)!);
            DurableFolder.Flush(folder);
        }

        return place;
    }

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash[2..4], hash);
}
