using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Appeals.Course;

/// <summary>Reads what happened to some subjects from their journals, with the words written and the names of units and people.</summary>
public sealed class Chronicle(MinqingDb db)
{
    private const int AtMost = 300;

    /// <summary>Oldest first; of a longer story the newest <see cref="AtMost"/> entries.</summary>
    public async Task<IReadOnlyList<ChronicleEntry>> ReadAsync(IReadOnlyCollection<Subject> subjects, CancellationToken ct)
    {
        var rows = await db.Journal.AsNoTracking()
            .Of(subjects)
            .OrderByDescending(j => j.At).ThenByDescending(j => j.Seq)
            .Select(j => new { j.Body })
            .Take(AtMost).ToListAsync(ct);
        var ids = subjects.Select(s => s.Id).Distinct().ToList();
        var texts = await db.Texts.AsNoTracking().Where(t => ids.Contains(t.SubjectId)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);

        // What was done in one save has one instant: the person's part of it comes first.
        var bodies = rows.Select(r => Facts.Parse(r.Body)).OrderBy(b => b.At).ThenByDescending(b => b.Kind).ThenBy(b => b.Seq).ToList();
        var steps = bodies.Select(b => (Body: b, Step: Facts.Step(b))).ToList();
        var namesAt = await NamesAsync(steps.Select(s => s.Step), ct);
        return [.. steps.Select(s => new ChronicleEntry(s.Body.At, s.Body.Kind, s.Body.Id, s.Body.Step, s.Body.Actor, s.Step.Facts, texts, namesAt(s.Body.At)))];
    }

    // A unit is called what it was called then (O-09).
    private async Task<Func<DateTime, Names>> NamesAsync(IEnumerable<StepTaken> steps, CancellationToken ct)
    {
        var all = steps.ToList();
        var people = all.SelectMany(s => (PersonId?[])[s.By.Actor.Person, s.By.Actor.OnBehalfOf]).OfType<PersonId>().Distinct().ToList();
        var units = all.Select(s => s.By.Actor.Unit).OfType<UnitId>().Concat(all.SelectMany(s => s.Facts).SelectMany(Units)).Distinct().ToList();
        var called = (await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).SelectMany(u => u.Versions, (u, v) => new { u.Id, v.Name, v.Since }).ToListAsync(ct)).ToLookup(v => v.Id);
        var today = called.ToDictionary(u => u.Key, u => u.MaxBy(v => v.Since)!.Name);
        var names = new Names(today, await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct));
        var renamed = called.Where(u => u.Count() > 1).ToList();
        return at => renamed.Count == 0 ? names
            : names with { Units = new Dictionary<UnitId, string>(today.Concat(renamed.Select(u => KeyValuePair.Create(u.Key, (u.Where(v => v.Since <= at).MaxBy(v => v.Since) ?? u.MinBy(v => v.Since)!).Name))).GroupBy(n => n.Key, (id, all) => KeyValuePair.Create(id, all.Last().Value))) };
    }

    private static IEnumerable<UnitId> Units(DomainEvent fact) => fact switch
    {
        Domain.Appeals.OrderIssued f => [f.Unit],
        Domain.Appeals.LevelSkipped f => [f.Unit],
        Domain.Appeals.DepartmentAddressed f => [f.Unit, f.Centre],
        Domain.Appeals.UnitSucceeded f => [f.From, f.To],
        Domain.Appeals.ResultSubmitted f => [f.Checker],
        ClockStarted { Unit: { } unit } => [unit],
        _ => [],
    };
}
