using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Intake;
using Minqing.App.Notices;
using Minqing.App.Policy;
using Minqing.App.Running;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>A small city under the rules of Baiyin, whose SMS go to a list.</summary>
internal sealed class NoticeScene : IAsyncDisposable
{
    private NoticeScene(SmallCity city, Phones phones) => (City, Phones) = (city, phones);

    public SmallCity City { get; }

    public Phones Phones { get; }

    public TestDatabase Test => City.Test;

    public static async Task<NoticeScene> OnAsync(Engine engine)
    {
        var phones = new Phones();
        return new(await SmallCity.OnAsync(engine, services => services.AddSingleton(Profiles.Load("baiyin")).AddSingleton<ISmsGateway>(phones)), phones);
    }

    public async Task<AppealId> ReportAsync(bool keepIdentity = false)
    {
        var submission = new Submission(null, SmallCity.Grid, "楼道灯坏了三天", KeepIdentity: keepIdentity, Phone: Phones.Reporter, Address: "3号楼2单元", CategoryCode: "C4");
        var receipt = await Test.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(Guid.CreateVersion7().ToString(), submission, Ct));
        await using var db = Test.NewDb();
        return await db.Reports.Where(r => r.Number == receipt.Value.Number).Select(r => r.Appeal).SingleAsync(Ct);
    }

    /// <summary>Lets the clocks and the outbox do what is due.</summary>
    public async Task RunAsync()
    {
        var fire = Test.Services.GetRequiredService<FireClocks>();
        while (await fire.BatchAsync(100, Ct) > 0)
        {
        }

        await Outbox.DrainAsync(Test);
    }

    public async Task<IReadOnlyList<Notice>> NoticesAsync(params NoticeKind[] kinds)
    {
        await using var db = Test.NewDb();
        return await db.Notices.Where(n => kinds.Contains(n.Kind)).ToListAsync(Ct);
    }

    public ValueTask DisposeAsync() => City.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

/// <summary>The other side of the gateway.</summary>
internal sealed class Phones : ISmsGateway
{
    public const string Reporter = "13800000001";

    public ConcurrentQueue<(Guid Id, string Phone, string Text)> Received { get; } = new();

    /// <summary>Without what the reporter got.</summary>
    public IReadOnlyList<(Guid Id, string Phone, string Text)> OfOfficials => [.. Received.Where(s => s.Phone != Reporter)];

    public Task<Delivery> SendAsync(Guid id, string phone, string text, CancellationToken ct)
    {
        Received.Enqueue((id, phone, text));
        return Task.FromResult(Delivery.Done);
    }
}
