using Minqing.Domain.Kernel;

namespace Minqing.Storage.Media;

/// <summary>A photo or voice clip that somebody sent: what it is, whose it is, and the key to its files.</summary>
public sealed class MediaRow
{
    private readonly List<MediaFile> files = [];

    public MediaId Id { get; init; }

    public MediaState State { get; set; }

    public MediaKind? Kind { get; set; }

    /// <summary>Type of the original, found by content.</summary>
    public string? ContentType { get; set; }

    /// <summary>Bytes of the original as kept; while uploading, the bytes announced.</summary>
    public long Size { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>Length of a voice clip.</summary>
    public int? Milliseconds { get; set; }

    /// <summary>The code of the reason, when refused.</summary>
    public string? Refusal { get; set; }

    /// <summary>The key of the files, wrapped.</summary>
    public byte[] Key { get; set; } = [];

    /// <summary>The version of the master key that wraps it; null when the data key of the report's vault entry does.</summary>
    public int? KeyVersion { get; set; }

    /// <summary>Position and time as the file and the sender state them, under the key of the files: a photo of one's own home says where one lives.</summary>
    public byte[]? Origin { get; set; }

    public SubjectKind? SubjectKind { get; set; }

    public Guid? SubjectId { get; set; }

    /// <summary>From which client it was sent, as in the journal.</summary>
    public required string Client { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>When it became part of a subject; unbound media are cleaned away.</summary>
    public DateTime? BoundAt { get; set; }

    public IReadOnlyList<MediaFile> Files => files;

    public void Add(MediaFile file) => files.Add(file);

    /// <summary>Its files are gone.</summary>
    public void Drop() => files.Clear();

    /// <summary>The form asked for, or the original where there is no such form.</summary>
    public MediaFile File(MediaRole role) => files.Find(f => f.Role == role) ?? files.First(f => f.Role == MediaRole.Original);
}

/// <summary>One stored file of it. <paramref name="Hash"/> is the SHA-256 of the stored (encrypted) bytes, in hex, and its name in the folder.</summary>
public sealed record MediaFile(MediaRole Role, string ContentType, long Size, int? Width, int? Height, string Hash);
