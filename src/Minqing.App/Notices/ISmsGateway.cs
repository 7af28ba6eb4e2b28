using Minqing.Domain.Kernel;

namespace Minqing.App.Notices;

/// <summary>Where an SMS leaves the program.</summary>
public interface ISmsGateway
{
    /// <summary>Hands one message over. The same id may come twice: the other side drops the repeat. Gives <c>TryAgain</c> or <c>GiveUp</c> when it was not taken.</summary>
    Task<Result<Done>> SendAsync(Guid id, string phone, string text, CancellationToken ct);
}
