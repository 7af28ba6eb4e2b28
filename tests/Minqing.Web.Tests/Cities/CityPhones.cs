using System.Collections.Concurrent;
using Minqing.App.Notices;
using Minqing.App.Running;

namespace Minqing.Web.Tests.Cities;

/// <summary>Every phone of a city: what was sent when to which number.</summary>
internal sealed class CityPhones(Func<DateTime> now) : ISmsGateway
{
    private readonly ConcurrentQueue<(string Phone, string Text, DateTime At)> received = new();

    public Task<Delivery> SendAsync(Guid id, string phone, string text, CancellationToken ct)
    {
        received.Enqueue((phone, text, now()));
        return Task.FromResult(Delivery.Done);
    }

    /// <summary>What came since it was last asked, and forgets it.</summary>
    public IReadOnlyList<(string Phone, string Text, DateTime At)> TakeAll()
    {
        var taken = new List<(string, string, DateTime)>();
        while (received.TryDequeue(out var sms))
        {
            taken.Add(sms);
        }

        return taken;
    }
}
