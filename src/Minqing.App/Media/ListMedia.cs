using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>What hangs on a report or appeal, oldest first, without opening anything.</summary>
public sealed class ListMedia(MinqingDb db)
{
    public async Task<IReadOnlyList<MediaItem>> RunAsync(Subject subject, CancellationToken ct) =>
        await db.Media.Where(m => m.SubjectId == subject.Id && m.SubjectKind == subject.Kind && m.State == MediaState.Ready)
            .OrderBy(m => m.BoundAt).ThenBy(m => m.Id)
            .Select(m => new MediaItem(m.Id, m.Kind!.Value, m.Width, m.Height, m.Milliseconds, m.KeyVersion == null, m.BoundAt!.Value))
            .ToListAsync(ct);
}

/// <summary>One photo or clip as a page lists it. <paramref name="Private"/>: only the reporter's key opens it.</summary>
public sealed record MediaItem(MediaId Id, MediaKind Kind, int? Width, int? Height, int? Milliseconds, bool Private, DateTime BoundAt);
