using Minqing.App.Notices;
using Minqing.App.Running;

namespace Minqing.Benchmarks.Day;

/// <summary>A gateway that takes everything and only counts.</summary>
internal sealed class CountedSms : ISmsGateway
{
    private int count;

    public int Count => count;

    public Task<Delivery> SendAsync(Guid id, string phone, string text, CancellationToken ct)
    {
        Interlocked.Increment(ref count);
        return Task.FromResult(Delivery.Done);
    }
}
