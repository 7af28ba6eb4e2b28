using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage.Outbox;

namespace Minqing.Storage.Kernel;

/// <summary>Turns the steps that aggregates have taken into journal entries, texts and outbox messages of the same save.</summary>
internal static class JournalWriter
{
    public static void Write(MinqingDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
        {
            var aggregate = entry.Entity;
            if (aggregate.Taken.Count == 0)
            {
                if (entry.State is EntityState.Added or EntityState.Modified)
                {
                    throw new InvalidOperationException($"{aggregate.GetType().Name} {aggregate.Subject.Id} was changed in silence.");
                }

                continue;
            }

            foreach (var clock in aggregate.Clocks.Where(c => db.Entry(c).State == EntityState.Detached))
            {
                db.Clocks.Add(clock);
            }

            db.AddRange(RowsOf(aggregate));
        }
    }

    /// <summary>The entries of the steps that an aggregate has taken, with their texts and outbox messages; from now on they count as written.</summary>
    public static IReadOnlyList<object> RowsOf(Aggregate aggregate)
    {
        var rows = new List<object>();
        var (seq, head) = (aggregate.JournalLength, aggregate.JournalHead);
        foreach (var step in aggregate.Taken)
        {
            var subject = aggregate.Subject;
            var body = Facts.Body(subject, ++seq, step);
            var previous = head;
            head = HashChain.Hash(previous, body);
            var row = new JournalRow
            {
                Id = Guid.CreateVersion7(),
                SubjectKind = subject.Kind,
                SubjectId = subject.Id,
                Seq = seq,
                At = step.By.At,
                Step = step.Step,
                Person = step.By.Actor.Person,
                Format = HashChain.Format,
                Body = body,
                Previous = previous,
                Hash = head,
            };
            rows.Add(row);
            rows.Add(OutboxMessage.OfEntry(row.Id, step.By.At));
            rows.AddRange(step.Texts.Select(t => new TextRow { Id = t.Id, SubjectKind = subject.Kind, SubjectId = subject.Id, Words = t.Text, Salt = t.Salt }));
        }

        aggregate.Saved(seq, head);
        return rows;
    }
}
