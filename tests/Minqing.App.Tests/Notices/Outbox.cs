using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Running;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>Lets the outbox tell everything that is due, as the loops do.</summary>
internal static class Outbox
{
    /// <summary>No handler may break: its message would be tried again by the machine's time, for which a test does not wait.</summary>
    /// <param name="sound">Unless a test broke a handler itself.</param>
    public static async Task DrainAsync(TestDatabase test, bool sound = true)
    {
        var drain = test.Services.GetRequiredService<DrainOutbox>();
        foreach (var lane in test.Services.GetServices<Lane>().OrderBy(l => l.Kind))
        {
            while (await drain.BatchAsync(lane, TestContext.Current.CancellationToken) > 0)
            {
            }
        }

        if (sound)
            Assert.Empty(test.Failures.Of<DrainOutbox>());
    }
}
