namespace Minqing.App.Kernel.Limiting;

/// <summary>Who sent the request that is being answered; nobody where the platform acts by itself.</summary>
public sealed class RequestSender
{
    public Sender? Sender { get; set; }
}
