using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.People;
using Minqing.Benchmarks.Intake;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Web.Demo;

namespace Minqing.Benchmarks.Beds;

/// <summary>A town with a database of its own in which one report was made, and the rows that it left, to fill the database from.</summary>
internal sealed class CaseTown : IAsyncDisposable
{
    private const int FillTimeout = 1800;

    private readonly Bed bed;
    private readonly AsyncServiceScope scope;
    private readonly IReadOnlyList<DemoOfficial> officials;

    private CaseTown(Bed bed, Town town, IReadOnlyList<DemoOfficial> officials, Copies copies)
    {
        (this.bed, Town, this.officials, Copies, scope) = (bed, town, officials, copies, town.Services.CreateAsyncScope());
        Db.Database.SetCommandTimeout(FillTimeout);
    }

    public Town Town { get; }

    public Copies Copies { get; }

    public MinqingDb Db => scope.ServiceProvider.GetRequiredService<MinqingDb>();

    public static async Task<CaseTown> MakeAsync(DatabaseKind kind, CancellationToken ct)
    {
        var bed = await Bed.MakeAsync(kind, ct);
        var town = await Town.ServeAsync(Town.SettingsOf(bed, await bed.DatabaseAsync("program", ct)), loops: false, ct);
        var (codes, officials) = await town.FillAsync(bed.Folder, ct);
        return new(bed, town, officials, await IntakeRun.OfOneAsync(town, new(codes), ct));
    }

    /// <summary>What autovacuum has done by the time that so many have come in.</summary>
    public Task AnalyzeAsync(CancellationToken ct) => Db.Database.ExecuteSqlRawAsync(bed.Kind == DatabaseKind.Postgres ? "vacuum analyze" : "analyze", ct);

    public async Task<Viewer> ViewerAsync(Role role, CancellationToken ct) =>
        await ViewersAsync(ct).FirstAsync(v => v.Posts.Any(p => p.Role == role), ct);

    public async IAsyncEnumerable<Viewer> ViewersAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var person in officials.Select(o => o.Person).Distinct())
        {
            await using var own = Town.Services.CreateAsyncScope();
            yield return await own.ServiceProvider.GetRequiredService<Viewers>().OfAsync(person, null, "benchmark", ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await Town.DisposeAsync();
        await bed.DisposeAsync();
    }
}
