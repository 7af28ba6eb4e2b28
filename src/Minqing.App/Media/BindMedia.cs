using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;

namespace Minqing.App.Media;

/// <summary>
/// Makes uploads part of a report or appeal, within the save under way: the caller saves. Of two saves that name the same upload the later one fails with
/// <see cref="DbUpdateConcurrencyException"/>.
/// </summary>
public sealed class BindMedia(MinqingDb db, MediaKeys keys, TimeProvider clock)
{
    /// <param name="privately">The reporter's key, when there is a reporter: voice goes under it, and with <paramref name="keepIdentity"/> photos too.</param>
    public async Task<Result<IReadOnlyList<BoundMedia>>> RunAsync(
        IReadOnlyList<MediaId> ids, Subject subject, DataKey? privately, bool keepIdentity, MediaLimits limits, CancellationToken ct)
    {
        var rows = await db.Media.Where(m => ids.Contains(m.Id) && m.State == MediaState.Ready && m.BoundAt == null).ToListAsync(ct);
        var missing = ids.Where(id => !rows.Exists(r => r.Id == id)).ToList();
        if (missing.Count > 0)
        {
            return new AttachmentNotFound(missing[0].Value);
        }

        if (Excess(rows, limits) is { } problem)
        {
            return problem;
        }

        var now = clock.Now();
        return ids.Distinct().Select(id => Bind(rows.Single(r => r.Id == id), subject, privately, keepIdentity, now)).ToList();
    }

    private BoundMedia Bind(MediaRow row, Subject subject, DataKey? privately, bool keepIdentity, DateTime now)
    {
        var origin = MediaAcceptance.Opened(row.Origin, keys.Open(row)!.Value);
        (row.SubjectKind, row.SubjectId, row.BoundAt) = (subject.Kind, subject.Id, now);
        if (privately is not null && (keepIdentity || row.Kind == MediaKind.Voice))
        {
            keys.Seal(row, privately);
        }

        return new(row.Id, row.Kind!.Value, row.File(MediaRole.Original).Hash, origin);
    }

    private static Problem? Excess(List<MediaRow> rows, MediaLimits limits)
    {
        var (photos, voices) = (rows.Where(r => r.Kind == MediaKind.Photo).ToList(), rows.Where(r => r.Kind == MediaKind.Voice).ToList());
        return photos.Count > limits.Photos ? new TooManyPhotos(limits.Photos)
            : voices.Count > limits.Voices ? new TooManyVoices(limits.Voices)
            : photos.Exists(p => p.Size > limits.PhotoBytes) ? new MediaTooLarge(limits.PhotoBytes)
            : voices.Exists(v => v.Milliseconds > limits.Voice.TotalMilliseconds) ? new VoiceTooLong(limits.Voice)
            : null;
    }
}

/// <summary>What became part of the subject, for the journal: <paramref name="Hash"/> is that of the stored bytes, salted by their encryption.</summary>
public sealed record BoundMedia(MediaId Id, MediaKind Kind, string Hash, Origin Origin)
{
    public MediaRef Ref => new(Id, Hash);
}
