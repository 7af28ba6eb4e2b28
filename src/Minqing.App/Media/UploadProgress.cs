using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>How much of an upload is there, and what became of it when that is all.</summary>
public sealed record UploadProgress(long Offset, long Size, AddedMedia? Added, string? Refusal)
{
    public static UploadProgress Of(MediaRow row, long offset) =>
        new(offset, row.Size, row.State == MediaState.Ready ? AddedMedia.Of(row) : null, row.Refusal);
}
