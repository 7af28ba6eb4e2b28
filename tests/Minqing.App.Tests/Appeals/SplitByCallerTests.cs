using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Splitting;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Whoever speaks with the reporter hears first that it is two matters, and takes them apart (I-34).</summary>
[Trait("Spec", "I-34")]
public sealed class SplitByCallerTests
{
    private const string Light = "门口的路灯也不亮";

    private static readonly Submission Two = Town.Noise() with { Text = "楼下蛋糕店的冷库整夜响。" + Light };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_first_caller_takes_a_matter_apart_before_it_went_anywhere(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync(Two);

        await SplitAsync(town, await town.SecretaryAsync(), id);

        await using var db = town.Test.NewDb();
        Assert.Equal("A2", await db.Appeals.Where(a => a.SplitFrom == id).Select(a => a.Category).SingleAsync(Ct));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_does_not_make_the_calls_does_not(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, kept) = await town.ReportAsync(Two with { KeepIdentity = true });

        Assert.IsType<StepNotYours>(await RefusedAsync(town, await town.SecretaryAsync(), kept));
        await SplitAsync(town, await town.AsAsync(Role.CountyCentre, SmallCity.County), kept);
    }

    [Theory]
    [OnBothDatabases("baiyin")]
    [OnBothDatabases("wanyuan")]
    public async Task The_operator_who_took_it_down_takes_it_apart_and_no_other_does(Engine engine, string city)
    {
        await using var town = await Town.OnAsync(engine, Profiles.Load(city));
        var (own, other) = (await OperatorAsync(town, 1), await OperatorAsync(town, 2));
        var receipt = await town.RunAsync<TakeDownFor, Receipt>(u => u.RunAsync(own, "call-1", Two with { Channel = Channel.Hotline }, Ct));
        AppealId id;
        await using (var db = town.Test.NewDb())
            id = await db.Reports.Where(r => r.Number == receipt.Number).Select(r => r.Appeal).SingleAsync(Ct);

        Assert.IsType<StepNotYours>(await RefusedAsync(town, other, id));
        await SplitAsync(town, own, id);
    }

    private static Task SplitAsync(Town town, Viewer viewer, AppealId id) => town.RunAsync<SplitAppeal, StepDone>(u => u.RunAsync(viewer, id, null, Light, "A2", null, Ct));

    private static Task<Problem> RefusedAsync(Town town, Viewer viewer, AppealId id) => town.RefusedAsync<SplitAppeal, StepDone>(u => u.RunAsync(viewer, id, null, Light, "A2", null, Ct));

    private static async Task<Viewer> OperatorAsync(Town town, int no)
    {
        var centre = (await town.AsAsync(Role.CountyCentre, SmallCity.County)).Posts[0];
        var person = new Person(new(Guid.CreateVersion7()), $"operator-{no}", "话务员", "19900000010");
        await using (var db = town.Test.NewDb())
        {
            db.Persons.Add(person);
            db.Posts.Add(Post.Open(new(Guid.CreateVersion7()), new($"operator-{no}", Role.HotlineOperator, PostRank.Principal, UnitPart.Member, centre.Unit, centre.Region, [], town.City.Start), new(Actor.Platform, town.City.Start), person.Id));
            await db.SaveChangesAsync(Ct);
        }

        return await town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(person.Id, null, "test", Ct).AsTask());
    }
}
