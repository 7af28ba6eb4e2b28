using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals;

/// <summary>Writes down that somebody opened an appeal, by the post that lets them see it (S-11).</summary>
internal static class Accesses
{
    public static Task NoteAccessAsync(this MinqingDb db, Viewer viewer, Appeal appeal, DateTime at, CancellationToken ct)
    {
        var post = viewer.PostFor(Permission.SeeAppeal, appeal.Path, appeal.Units, appeal.Category, appeal.Sensitive) ?? viewer.Posts[0];
        return db.NoteAccessAsync(appeal.Id, viewer.Person, post.Id, at, ct);
    }
}
