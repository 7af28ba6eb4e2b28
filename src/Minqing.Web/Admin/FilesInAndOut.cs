using Minqing.App.Administration.Files;
using Minqing.App.Kernel.Tables;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.Web.Admin;

/// <summary>Hands a file of rows to the use case of its kind, for the page and the interface alike.</summary>
public sealed class FilesInAndOut(TakePlaces takePlaces, TakePeople takePeople, GivePlaces givePlaces, GivePeople givePeople)
{
    public bool May(Viewer viewer) => viewer.May(Permission.ManagePeople) || viewer.May(Permission.ManageRegions) || viewer.May(Permission.ManageCodes);

    public Task<Result<Imported>> TakeAsync(Viewer viewer, FileKind kind, ReadOnlyMemory<byte> file, bool dryRun, CancellationToken ct) => kind switch
    {
        FileKind.Regions or FileKind.Codes => takePlaces.RunAsync(viewer, kind, file, dryRun, ct),
        FileKind.Units or FileKind.People or FileKind.Posts or FileKind.Roster => takePeople.RunAsync(viewer, kind, file, dryRun, ct),
    };

    public Task<Result<int>> GiveAsync(Viewer viewer, FileKind kind, Stream to, CancellationToken ct) => kind switch
    {
        FileKind.Regions or FileKind.Codes => givePlaces.RunAsync(viewer, kind, to, ct),
        FileKind.Units or FileKind.People or FileKind.Posts or FileKind.Roster => givePeople.RunAsync(viewer, kind, to, ct),
    };
}
