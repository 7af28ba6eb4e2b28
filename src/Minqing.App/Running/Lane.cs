namespace Minqing.App.Running;

/// <summary>One kind of message, drawn apart from the others, so that a slow gateway holds up nobody else.</summary>
public sealed record Lane(string Kind, int Batch, int AtOnce);
