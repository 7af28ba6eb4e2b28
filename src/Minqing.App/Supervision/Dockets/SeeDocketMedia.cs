using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage.Media;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Shows a photo of a docket to whoever may know of the docket.</summary>
public sealed class SeeDocketMedia(DocketActing acting, OpenMedia open)
{
    public async Task<Result<OpenedMedia>> RunAsync(Viewer viewer, DocketId id, MediaId media, bool small, CancellationToken ct) =>
        await acting.LoadAsync(viewer, id, ct) is { } docket ? await open.RunAsync(docket.Subject, media, small ? MediaRole.Small : MediaRole.Large, null, ct) : new NoSuchDocket();
}
