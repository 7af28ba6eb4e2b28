using Minqing.App.Running;

namespace Minqing.App.Notices;

/// <summary>Where an SMS leaves the program.</summary>
public interface ISmsGateway
{
    /// <summary>Hands one message over. The same id may come twice: the other side drops the repeat.</summary>
    Task<Delivery> SendAsync(Guid id, string phone, string text, CancellationToken ct);
}
