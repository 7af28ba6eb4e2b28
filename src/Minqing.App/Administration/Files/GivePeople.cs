using Minqing.App.People;
using Minqing.App.People.Exporting;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.App.Administration.Files;

/// <summary>Writes units, people or posts as the file that an import takes; numbers stand in it in full.</summary>
public sealed class GivePeople(WholeInstallation whole, ExportUnits units, ExportPersons persons, ExportPosts posts, ExportRoster roster)
{
    public async Task<Result<int>> RunAsync(Viewer viewer, FileKind kind, Stream to, CancellationToken ct)
    {
        if (await whole.PostAsync(viewer, Permission.ManagePeople, ct) is null)
            return viewer.May(Permission.ManagePeople) ? new FilesNeedWholeArea() : new NotForYou(Permission.ManagePeople);

        return kind switch
        {
            FileKind.Units => await units.RunAsync(to, ct),
            FileKind.People => await persons.RunAsync(to, ct),
            FileKind.Posts => await posts.RunAsync(to, ct),
            FileKind.Roster => await roster.RunAsync(to, ct),
            FileKind.Regions or FileKind.Codes => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
