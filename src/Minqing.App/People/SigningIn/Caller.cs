namespace Minqing.App.People.SigningIn;

/// <summary>Who knocks: browser or interface, what the device calls itself, from which network address.</summary>
public sealed record Caller(string Client, string Device, string Address);
