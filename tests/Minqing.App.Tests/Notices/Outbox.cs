using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Running;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>Lets the outbox tell everything that is due, as the loops do.</summary>
internal static class Outbox
{
    public static async Task DrainAsync(TestDatabase test)
    {
        var drain = test.Services.GetRequiredService<DrainOutbox>();
        foreach (var lane in test.Services.GetServices<Lane>().OrderBy(l => l.Kind))
        {
            while (await drain.BatchAsync(lane, TestContext.Current.CancellationToken) > 0)
            {
            }
        }
    }
}
