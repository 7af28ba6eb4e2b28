using Minqing.App.Media.Formats;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>An upload ready to be stored: the clean original, its other forms, and what its metadata said.</summary>
public sealed record PreparedMedia(CleanMedia Original, IReadOnlyList<PreparedFile> Others, Exif Exif);

/// <summary>A preview or playable form.</summary>
public sealed record PreparedFile(MediaRole Role, string ContentType, byte[] Bytes, int? Width = null, int? Height = null);
