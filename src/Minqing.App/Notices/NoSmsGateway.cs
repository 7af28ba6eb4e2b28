using Minqing.App.Running;

namespace Minqing.App.Notices;

/// <summary>An installation without a gateway: people are told in the app alone.</summary>
internal sealed class NoSmsGateway : ISmsGateway
{
    public Task<Delivery> SendAsync(Guid id, string phone, string text, CancellationToken ct) => Task.FromResult<Delivery>(new GiveUp("no gateway in the settings"));
}
