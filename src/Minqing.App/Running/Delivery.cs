namespace Minqing.App.Running;

/// <summary>What came of an attempt to do a message's work.</summary>
public abstract record Delivery
{
    public static readonly Delivery Done = new Delivered();
}

/// <summary>It is done.</summary>
public sealed record Delivered : Delivery;

/// <summary>It did not work now; later it may.</summary>
public sealed record TryAgain(string Why) : Delivery;

/// <summary>It will never work: the message becomes a dead letter.</summary>
public sealed record GiveUp(string Why) : Delivery;
