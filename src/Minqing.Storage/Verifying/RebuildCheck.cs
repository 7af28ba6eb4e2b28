using System.Text.Json;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>Every row against what its journal rebuilds: a state that no step brought about is found.</summary>
internal sealed class RebuildCheck
{
    private readonly Snapshot snapshot;
    private readonly Findings findings;
    private readonly IReadOnlyList<(AggregateTable Table, RowImage Image, IReadOnlyList<ChildRows> Children)> kinds;
    private readonly Dictionary<(string Kind, Guid Subject), List<StepTaken>?> journals = [];

    public RebuildCheck(MinqingDb db, Snapshot snapshot, Findings findings)
    {
        (this.snapshot, this.findings) = (snapshot, findings);
        kinds = [.. AggregateTable.All(db.Model).Select(t => (t, new RowImage(t.Type), ChildRows.Of(t.Type, db.Model)))];
    }

    public long Rebuilt { get; private set; }

    /// <summary>Takes the next entry of a chain; a body that could not be read spoils the chain for this check.</summary>
    public void Follow(StoredEntry entry, StepTaken? step)
    {
        var key = (entry.Kind, entry.SubjectId);
        if (!journals.TryGetValue(key, out var steps))
            journals[key] = steps = [];
        if (step is not null)
            steps?.Add(step);
        else
            journals[key] = null;
    }

    /// <summary>Compares the subjects within the bounds, which are all but the open one.</summary>
    public async Task CompareAsync(Guid? open, object? from, object? to, CancellationToken ct)
    {
        foreach (var (table, image, children) in kinds)
        {
            var subjects = journals.Where(j => j.Key.Kind == table.Kind && j.Key.Subject != open && j.Value is not null)
                .AsParallel().Select(j => (j.Key.Subject, Made: Rebuild(table, j.Key.Subject, j.Value!))).ToDictionary(j => j.Subject, j => j.Made);
            if (subjects.Count == 0)
                continue;

            Rebuilt += subjects.Count;
            await CompareRowsAsync(table, image, subjects, from, to, ct);
            foreach (var child in children)
                await CompareChildrenAsync(table, child, subjects, from, to, ct);
        }

        foreach (var done in journals.Keys.Where(k => k.Subject != open).ToList())
            journals.Remove(done);
    }

    /// <summary>Rows of rounds, orders, clocks, turns … that belong to no subject with a journal.</summary>
    public async Task FindStraysAsync(CancellationToken ct)
    {
        foreach (var child in kinds.SelectMany(k => k.Children).DistinctBy(c => c.Table))
            await snapshot.FindAsync(child.Strays, $"has rows in {child.Table} and no journal", findings, ct);
    }

    /// <summary>The step that a body tells; null when it cannot be read.</summary>
    public static StepTaken? Read(EntryBody? body)
    {
        try
        {
            return body is null ? null : Facts.Step(body);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private Aggregate? Rebuild(AggregateTable table, Guid id, List<StepTaken> steps)
    {
        try
        {
            return Rebuilder.Rebuild(table.Type, id, steps);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            findings.Add($"{table.Kind} {id}", "cannot be rebuilt: its journal tells no possible course");
            return null;
        }
    }

    private async Task CompareRowsAsync(AggregateTable table, RowImage image, Dictionary<Guid, Aggregate?> subjects, object? from, object? to, CancellationToken ct)
    {
        var rows = await snapshot.RangeAsync($"select {table.Key}, {string.Join(", ", image.Columns)} from {table.Table}", table.Key, from, to, ct).ToListAsync(ct);
        Parallel.ForEach(rows, row =>
        {
            if (Guid.TryParse(Cells.Told(row[0]), out var id) && subjects.GetValueOrDefault(id) is { } made && string.Join(", ", image.Differing(made, row.AsMemory(1))) is { Length: > 0 } columns)
                findings.Add($"{table.Kind} {id}", $"its row in {table.Table} is not what its journal tells: {columns}");
        });
    }

    private async Task CompareChildrenAsync(AggregateTable table, ChildRows child, Dictionary<Guid, Aggregate?> subjects, object? from, object? to, CancellationToken ct)
    {
        var stored = await child.RowsAsync(snapshot, from, to, ct).GroupBy(row => Cells.Told(row[0])).ToDictionaryAsync(g => g.Key, g => g.ToList(), cancellationToken: ct);
        Parallel.ForEach(subjects, subject =>
        {
            var (id, made) = subject;
            if (made is not null && child.Differing(made, stored.GetValueOrDefault(id.ToString("D")) ?? []) is > 0 and var count)
                findings.Add($"{table.Kind} {id}", $"{count} of its rows in {child.Table} are not what its journal tells");
        });
    }
}
