using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Kernel;
using Minqing.App.Notices;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Notices;
using Minqing.Domain.Notices;
using Minqing.Storage;
using Minqing.Storage.Outbox;
using Minqing.Testing;

namespace Minqing.App.Tests.Running;

/// <summary>Who is told of an entry waits for none of the others (H-01, H-02).</summary>
[Trait("Spec", "H-01")]
[Trait("Spec", "H-02")]
public sealed class TellSubscribersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases(false)]
    [OnBothDatabases(true)]
    public async Task The_first_tier_is_told_though_another_who_hears_of_the_report_fails(Engine engine, bool inTheSave)
    {
        await using var town = await Town.OnAsync(engine, change: s => s.Replace(ServiceDescriptor.Scoped(p =>
            inTheSave ? Broken(p) : throw new InvalidOperationException("made to fail"))));
        await town.ReportAsync();
        await Outbox.DrainAsync(town.Test, sound: false);
        if (inTheSave)
        {
            // It is tried again a second later, by the machine's time.
            await using var later = town.Test.NewDb();
            await later.Outbox.Where(m => m.DoneAt == null && m.Kind == "entry").ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, DateTime.UnixEpoch), Ct);
            await Outbox.DrainAsync(town.Test, sound: false);
        }

        await using var db = town.Test.NewDb();
        Assert.Equal(3, await db.Notices.CountAsync(n => n.Kind == NoticeKind.FirstCall && n.Sms != null, Ct));
        Assert.True(await db.Outbox.AnyAsync(m => m.Kind == DeliverSms.Kind, Ct));
        var waiting = await db.Outbox.Where(m => m.DoneAt == null && m.Kind.StartsWith("entry")).ToListAsync(Ct);
        Assert.NotEmpty(waiting);
        Assert.All(waiting, m => Assert.EndsWith($" {nameof(ProposeProjects)}", m.Payload, StringComparison.Ordinal));
        Assert.All(waiting, m => Assert.NotNull(m.Error));
        Assert.True(await db.Outbox.AnyAsync(m => m.DoneAt != null && m.Payload.EndsWith(" IndexWords"), Ct));
    }

    // Hears well, and leaves something that cannot be saved.
    private static ProposeProjects Broken(IServiceProvider services)
    {
        services.GetRequiredService<MinqingDb>().Outbox.Add(new OutboxMessage { Id = DerivedId.Of("twice", Guid.Empty), Kind = new string('x', 500), Payload = null!, CreatedAt = DateTime.UnixEpoch });
        return ActivatorUtilities.CreateInstance<ProposeProjects>(services);
    }
}
