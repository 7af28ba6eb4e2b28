using Minqing.Domain.Kernel;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>An upload that was taken. The id is a secret of the sender until a report names it.</summary>
public sealed record AddedMedia(MediaId Id, MediaKind Kind, string ContentType, long Size)
{
    public static AddedMedia Of(MediaRow row) => new(row.Id, row.Kind!.Value, row.ContentType!, row.Size);
}
