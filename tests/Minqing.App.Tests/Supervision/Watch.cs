using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>The town with deputies and inspectors in it.</summary>
internal sealed class Watch : IAsyncDisposable
{
    private int no;

    private Watch(Town town) => Town = town;

    public Town Town { get; }

    public static async Task<Watch> OnAsync(Engine engine) => new(await Town.OnAsync(engine));

    public ValueTask DisposeAsync() => Town.DisposeAsync();

    /// <summary>Somebody new in a new post.</summary>
    public async Task<Viewer> AppointAsync(Role role, string region, params IReadOnlyList<string> categories)
    {
        var place = await Town.City.RegionAsync(region);
        await using var db = Town.Test.NewDb();
        var now = Town.Test.Clock.GetUtcNow().UtcDateTime;
        var code = $"{role.Name()}-{++no}";
        var unit = db.Units.Add(new(new(Guid.CreateVersion7()), code, UnitKind.Department, new(code, null, place.Id), now)).Entity;
        var person = db.Persons.Add(new(new(Guid.CreateVersion7()), code, code, "19900000001")).Entity;
        db.Posts.Add(Post.Open(new(Guid.CreateVersion7()), new(code, role, PostRank.Principal, UnitPart.Member, unit.Id, place.Id, categories, now), new(Actor.Platform, now), person.Id));
        await db.SaveChangesAsync(Ct);
        return await Town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(person.Id, null, "test", Ct).AsTask());
    }

    /// <summary>Somebody's post goes to another unit.</summary>
    public async Task MoveAsync(Viewer viewer, UnitId unit)
    {
        await using var db = Town.Test.NewDb();
        var post = viewer.Posts[0].Id;
        await db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(set => set.SetProperty(p => p.Unit, unit), Ct);
    }

    public Task<Docket> OpenAsync(Viewer viewer, DocketKind kind, DocketForm form) => Town.RunAsync<OpenDocket, Docket>(u => u.RunAsync(viewer, kind, form with { Title = form.Title ?? "夜里的噪声", Words = form.Words ?? "很多人反映。" }, Ct));

    public Task<Docket> TakeAsync(Viewer viewer, Docket docket, DocketStep step, DocketForm? form = null) =>
        Town.RunAsync<TakeDocketStep, Docket>(u => u.RunAsync(viewer, docket.Id, step, Filled(form), Ct));

    public Task<Problem> RefusedAsync(Viewer viewer, Docket docket, DocketStep step, DocketForm? form = null) =>
        Town.RefusedAsync<TakeDocketStep, Docket>(u => u.RunAsync(viewer, docket.Id, step, Filled(form), Ct));

    public Task<DocketView> ReadAsync(Viewer viewer, Docket docket) => Town.RunAsync<ReadDocket, DocketView>(u => u.RunAsync(viewer, docket.Id, Ct));

    public Task<DocketList> ListAsync(Viewer viewer, bool mine = false, bool over = false) => Town.Test.RunAsync<ListDockets, DocketList>(u => u.RunAsync(viewer, null, over, mine, null, Ct));

    public Task<Viewer> CountyAsync() => Town.AsAsync(Role.CountyPoliticalLegalSecretary, SmallCity.County);

    public Task<Viewer> CentreAsync() => Town.AsAsync(Role.CountyCentre, SmallCity.County);

    public DateOnly Day(int days) => LocalTime.DayOf(Town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(days);

    private static DocketForm Filled(DocketForm? form) => (form ?? new()) with { Words = form?.Words ?? "已经做了。" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
