using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Supervision.Publicizing;

/// <summary>自评: what a period's drives, trainings and typical cases come to, for each place that did them, with the villages and people they reached (S-09).</summary>
public sealed class ReportPublicity(MinqingDb db, ListBarred barred)
{
    private const int AtMost = 10_000;

    private static readonly Seen<Publicity> Seen = new(p => p.Path);

    public async Task<Result<SelfAssessment>> RunAsync(Viewer viewer, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.KeepPublicity);
        if (scope.IsEmpty)
        {
            return new NotForYou(Permission.KeepPublicity);
        }

        if (to < from)
        {
            return new PublicityDayNotUsable();
        }

        var rows = await db.Publicity.AsNoTracking().Within(scope, Seen).Where(p => p.TakenBackAt == null && p.Day >= from && p.Day <= to)
            .OrderBy(p => p.Day).ThenBy(p => p.RecordedAt).Take(AtMost)
            .Select(p => new { p.Kind, p.Day, p.Region, p.Path, p.People, p.Codes, p.Messages, p.Units, p.Villages, Title = db.Texts.Where(t => t.Id == p.Title).Select(t => t.Words).FirstOrDefault() }).ToListAsync(ct);
        var places = rows.Select(r => r.Region).Distinct().ToList();
        var names = await db.Regions.AsNoTracking().Where(r => places.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => new { r.Name, r.Level }, ct);
        var named = rows.SelectMany(r => r.Units).Distinct().Select(u => new UnitId(u)).ToList();
        // A village is reached where a drive went there, where one of its units took part, and where it did something itself.
        var villages = (await db.Units.AsNoTracking().Where(u => named.Contains(u.Id)).Join(db.Regions.Where(r => r.Level == RegionLevel.Village), u => u.RegionId, r => r.Id, (u, r) => new { u.Id, Region = r.Id }).ToListAsync(ct))
            .ToDictionary(u => u.Id.Value, u => u.Region);
        var lines = rows.GroupBy(r => (r.Region, r.Path)).OrderBy(g => g.Key.Path, StringComparer.Ordinal).Select(g => new AssessedPlace(
            names[g.Key.Region].Name,
            g.Count(r => r.Kind == PublicityKind.Drive), g.Where(r => r.Kind == PublicityKind.Drive).Sum(r => r.People), g.Sum(r => r.Codes), g.Sum(r => r.Messages),
            g.Count(r => r.Kind == PublicityKind.Training), g.Where(r => r.Kind == PublicityKind.Training).Sum(r => r.People),
            g.Count(r => r.Kind == PublicityKind.TypicalCase),
            Reached(g.Key.Region, g.Select(r => (r.Units, r.Villages))).Count())).ToList();
        var years = Enumerable.Range(from.Year, Math.Min(to.Year - from.Year, 10) + 1).ToList();
        var vetoed = new List<string>();
        foreach (var year in years)
        {
            var ids = (await barred.RunAsync(year, ct)).Keys.ToList();
            var found = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id) && u.Until == null).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new { u.Name, r.Path }).OrderBy(u => u.Path).ToListAsync(ct);
            vetoed.AddRange(found.Where(u => scope.Reaches.Any(r => r.Area is not { } area || area.Contains(u.Path))).Select(u => $"{u.Name}（{year} 年）"));
        }

        var all = rows.GroupBy(r => r.Region).SelectMany(g => Reached(g.Key, g.Select(r => (r.Units, r.Villages)))).Distinct().Count();
        return new SelfAssessment(from, to, lines, [.. rows.Select(r => new AssessedItem(r.Kind, r.Day, names[r.Region].Name, r.Title, r.People))], vetoed, all);

        IEnumerable<RegionId> Reached(RegionId place, IEnumerable<(IReadOnlyList<Guid> Units, IReadOnlyList<Guid> Villages)> done) =>
            done.SelectMany(d => d.Units.Where(villages.ContainsKey).Select(u => villages[u]).Concat(d.Villages.Select(v => new RegionId(v)))).Concat(names[place].Level == RegionLevel.Village ? [place] : []).Distinct();
    }
}

/// <summary>A period as it is reported upwards.</summary>
/// <param name="Barred">The units of the area that a veto bars from awards, with the year.</param>
/// <param name="Villages">How many villages were reached in all, each once.</param>
public sealed record SelfAssessment(DateOnly From, DateOnly To, IReadOnlyList<AssessedPlace> Places, IReadOnlyList<AssessedItem> Items, IReadOnlyList<string> Barred, int Villages);

/// <summary>What one place did.</summary>
/// <param name="Villages">How many villages and communities it reached.</param>
public sealed record AssessedPlace(string Place, int Drives, int Reached, int Codes, int Messages, int Trainings, int Trained, int Cases, int Villages);

/// <summary>One drive, training or case.</summary>
public sealed record AssessedItem(PublicityKind Kind, DateOnly Day, string Place, string? Title, int People);
