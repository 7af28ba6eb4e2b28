using Minqing.App.Kernel.Tables;
using Minqing.App.People;
using Minqing.App.People.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.App.Administration.Files;

/// <summary>An administrator's file of units, people or posts: all of it or, when one row is not usable, nothing.</summary>
public sealed class TakePeople(WholeInstallation whole, ImportUnits units, ImportPersons persons, ImportPosts posts, ImportRoster roster)
{
    public async Task<Result<Imported>> RunAsync(Viewer viewer, FileKind kind, ReadOnlyMemory<byte> file, bool dryRun, CancellationToken ct)
    {
        if (await whole.PostAsync(viewer, Permission.ManagePeople, ct) is not { } mine)
            return viewer.May(Permission.ManagePeople) ? new FilesNeedWholeArea() : new NotForYou(Permission.ManagePeople);

        return kind switch
        {
            FileKind.Units => await units.RunAsync(file, dryRun, ct),
            FileKind.People => await persons.RunAsync(file, dryRun, ct),
            FileKind.Posts => await posts.RunAsync(file, viewer.As(mine), dryRun, ct),
            FileKind.Roster => await roster.RunAsync(file, viewer.As(mine), dryRun, ct),
            FileKind.Regions or FileKind.Codes => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
