using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.App.Tests.Kernel.Sealing;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Appeals;
using Minqing.Storage.Media;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>The small city under the rules of Baiyin, with what a journey needs at hand.</summary>
internal sealed class Town : IAsyncDisposable
{
    private readonly Dictionary<(Role, string), Viewer> people = [];

    private Town(SmallCity city) => City = city;

    public SmallCity City { get; }

    public TestDatabase Test => City.Test;

    /// <param name="profile">The rules; Baiyin's when null.</param>
    /// <param name="change">What stands outside, as a gateway.</param>
    public static async Task<Town> OnAsync(Engine engine, Profile? profile = null, Action<IServiceCollection>? change = null)
    {
        var town = new Town(await SmallCity.OnAsync(engine, services =>
        {
            change?.Invoke(services);
            if (profile is not null)
                services.AddSingleton(profile);
        }));
        // A Monday morning at ten, in office hours.
        town.Test.Clock.MoveTo(new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)));
        return town;
    }

    /// <summary>A city that somebody else made, and disposes of.</summary>
    public static Town Of(SmallCity city) => new(city);

    public ValueTask DisposeAsync() => City.DisposeAsync();

    public static Submission Noise(string? phone = "13800001234") =>
        new(null, SmallCity.Grid, "楼下蛋糕店的冷库整夜响，睡不着。", phone, Name: "王秀兰", CategoryCode: "C4", Address: "红卫社区 3 号楼");

    public async Task<(Receipt Receipt, AppealId Appeal)> ReportAsync(Submission? submission = null)
    {
        var receipt = await RunAsync<SubmitReport, Receipt>(u => u.RunAsync(Guid.NewGuid().ToString(), submission ?? Noise(), Ct));
        await using var db = Test.NewDb();
        return (receipt, (await db.Reports.SingleAsync(r => r.Number == receipt.Number, Ct)).Appeal);
    }

    public async Task<Viewer> AsAsync(Role role, string region) =>
        people.TryGetValue((role, region), out var known) ? known : people[(role, region)] = await City.ViewerAsync(role, region);

    public Task<Viewer> SecretaryAsync() => AsAsync(Role.VillageSecretary, SmallCity.Village);

    /// <summary>Runs a use case, expects it to go well, and lets a second pass.</summary>
    public async Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> run)
        where TUseCase : notnull
    {
        var result = await Test.RunAsync<TUseCase, Result<T>>(run);
        Assert.True(result.Ok, $"{typeof(TUseCase).Name}: {result.Problem}");
        Pass(TimeSpan.FromSeconds(1));
        return result.Value;
    }

    /// <summary>Runs a use case and expects it to say no.</summary>
    public async Task<Problem> RefusedAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> run)
        where TUseCase : notnull
    {
        var result = await Test.RunAsync<TUseCase, Result<T>>(run);
        return result.Problem ?? throw new InvalidOperationException($"{typeof(TUseCase).Name} should have said no.");
    }

    public async Task<AppealCase> CaseAsync(AppealId id)
    {
        await using var db = Test.NewDb();
        return (await AppealCase.LoadAsync(db, id, Ct))!;
    }

    public Task<CourseView> CourseAsync(Receipt receipt) => RunAsync<ReadCourse, CourseView>(u => u.RunAsync(receipt.Number, receipt.QueryCode, Ct));

    public async Task<MyList> ListAsync(Viewer viewer) => await Test.RunAsync<ListMine, MyList>(u => u.RunAsync(viewer, null, null, Ct));

    /// <summary>Seals the journal and holds every row against it.</summary>
    public async Task SoundAsync()
    {
        await Test.SealAsync();
        Assert.Empty((await VerdictAsync()).Findings);
    }

    /// <summary>What is found by whoever holds everything against the journal, photos included.</summary>
    public async Task<Verdict> VerdictAsync()
    {
        await using var db = Test.NewDb();
        return await new Verification(db).RunAsync(Test.Settings.TreeHeads, [], Ct, Test.Services.GetRequiredService<MediaStore>());
    }

    /// <summary>The program in another process, on the same database by the same clock.</summary>
    /// <param name="profile">The rules there; the same when null.</param>
    public ServiceProvider Elsewhere(Profile? profile = null)
    {
        var services = new ServiceCollection().AddLogging().AddMinqingApp(Test.Settings);
        services = profile is null ? services : services.AddSingleton(profile);
        return services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Test.Clock)).BuildServiceProvider();
    }

    public void Pass(TimeSpan time) => Test.Clock.MoveTo(Test.Clock.GetUtcNow() + time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
