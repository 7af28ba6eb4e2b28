using Minqing.Domain.Kernel;

namespace Minqing.Storage.People;

/// <summary>One signing-in of a person on one device, until it ends. The rows stay: who was signed in, from when to when, who ended it.</summary>
public sealed class Session
{
    public Guid Id { get; init; }

    public Guid Account { get; init; }

    public PersonId Person { get; init; }

    /// <summary>SHA-256 of the token. The token itself is known only to the device.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>The account's security stamp at the start: whoever changes the stamp ends all sessions.</summary>
    public required string Stamp { get; init; }

    public SignInMeans Means { get; init; }

    /// <summary>Browser or interface: what every step taken in this session is journaled with.</summary>
    public required string Client { get; init; }

    /// <summary>What the device calls itself.</summary>
    public required string Device { get; init; }

    /// <summary>A keyed hash of the caller's address: tells the same place from another without keeping where.</summary>
    public required byte[] AddressHash { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime SeenAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public PersonId? EndedBy { get; init; }
}

/// <summary>With what a person proved who they are.</summary>
public enum SignInMeans
{
    PasswordAndCode,
    Passkey,
}
