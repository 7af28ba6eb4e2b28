using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Turns what was held back, and is due now, into one message for each person.</summary>
public sealed class SendDigests(MinqingDb db, DigestsInstead instead, Leases leases, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <returns>How many people get one; ask again until it is none.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.Now();
        var people = await db.Notices.Where(n => n.Sms == null && n.DigestAt <= now).Select(n => n.Person).Distinct().Take(AtOnce).ToListAsync(ct);
        var held = await db.Notices.Where(n => people.Contains(n.Person) && n.Sms == null && n.DigestAt <= now).ToListAsync(ct);
        await instead.PassOnAsync(held, ct);
        foreach (var person in held.GroupBy(n => n.Person))
        {
            var message = await MessageAsync(person.Key, person.Max(n => n.DigestAt)!.Value, ct);
            foreach (var notice in person)
            {
                notice.Sms = message;
            }

            db.Outbox.Add(new() { Id = message, Kind = DeliverDigest.Kind, Payload = person.Key.Value.ToString(), CreatedAt = now, DueAt = leases.Now });
        }

        await db.SaveChangesAsync(ct);
        return people.Count;
    }

    // Another node making the same digest makes the same message: one of the two saves. What was held for the hour and saved only after it goes with one more.
    private async Task<Guid> MessageAsync(PersonId person, DateTime at, CancellationToken ct)
    {
        for (var no = 1; ; no++)
        {
            var message = DerivedId.Of(string.Create(CultureInfo.InvariantCulture, $"digest {at:O}{(no > 1 ? $" {no}" : "")}"), person.Value);
            if (!await db.Outbox.AnyAsync(m => m.Id == message, ct))
            {
                return message;
            }
        }
    }
}
