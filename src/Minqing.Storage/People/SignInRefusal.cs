namespace Minqing.Storage.People;

/// <summary>An attempt to sign in to an account that was refused. Nothing of what was typed is kept.</summary>
public sealed class SignInRefusal
{
    public Guid Id { get; init; }

    public Guid Account { get; init; }

    public DateTime At { get; init; }

    public required byte[] AddressHash { get; init; }

    /// <summary>What was wrong, or that the account was locked: for whoever looks into it, never told to the caller.</summary>
    public required string Why { get; init; }
}
