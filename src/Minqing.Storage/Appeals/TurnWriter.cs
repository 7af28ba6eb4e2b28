using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Appeals;

/// <summary>Brings the rows of turns to what reports, appeals and instructions say of them, in the same save.</summary>
internal static class TurnWriter
{
    public static void Write(MinqingDb db)
    {
        var wanted = db.ChangeTracker.Entries<Aggregate>().Where(a => a.Entity is IHasTurns && a.Entity.Taken.Count > 0).Select(a => (a.Entity.Subject.Id, ((IHasTurns)a.Entity).Turns)).ToList();
        var tracked = db.ChangeTracker.Entries<Turn>().ToLookup(t => t.Entity.SubjectId);
        foreach (var (subject, turns) in wanted)
        {
            foreach (var gone in tracked[subject].Where(t => !turns.Contains(t.Entity)))
            {
                gone.State = EntityState.Deleted;
            }

            db.Turns.AddRange(turns.Where(t => db.Entry(t).State == EntityState.Detached));
        }
    }
}
