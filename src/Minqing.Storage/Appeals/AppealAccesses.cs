using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Appeals;

/// <summary>Who opened which appeal: one statement, so that two pages opened at once are both counted.</summary>
public static class AppealAccesses
{
    private const string Sql = """
        insert into appeal_accesses (appeal, person, day, post, first_at, last_at, times) values ({0}, {1}, {2}, {3}, {4}, {4}, 1)
        on conflict (appeal, person, day) do update set last_at = excluded.last_at, times = appeal_accesses.times + 1
        """;

    public static Task NoteAccessAsync(this MinqingDb db, AppealId appeal, PersonId person, PostId post, DateTime at, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(Sql, [appeal.Value, person.Value, LocalTime.DayOf(at), post.Value, db.Dialect.Instant(at)], ct);
}
