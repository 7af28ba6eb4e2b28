using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.People.Importing;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Administration.Staffing;

/// <summary>A person, named by their staff number, takes a post from a day on.</summary>
public sealed class AppointByNumber(MinqingDb db, AppointHolder appoint, TimeProvider clock)
{
    /// <param name="since">The first day; now when it is today or null.</param>
    public async Task<Result<Done>> RunAsync(Viewer viewer, PostId post, string? number, DateOnly? since, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManagePeople))
            return new NotForYou(Permission.ManagePeople);
        if (string.IsNullOrWhiteSpace(number))
            return new StaffNumberMissing();

        var code = number.Trim();
        var person = await db.Persons.AsNoTracking().Where(p => p.Code == code).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(ct);
        if (person is null)
            return new PersonUnknown(code);

        return await appoint.RunAsync(viewer, post, person.Value, since is null || since == LocalTime.DayOf(clock.Now()) ? null : LocalTime.ToUtc(since.Value, TimeSpan.Zero), ct);
    }
}

/// <summary>It was not said who takes the post.</summary>
public sealed record StaffNumberMissing() : NotValid("holder");
