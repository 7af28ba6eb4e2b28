namespace Minqing.Domain.Kernel;

/// <summary>A field may not be empty.</summary>
public sealed record Missing(string Name) : NotValid(Name);

/// <summary>A text is longer than <paramref name="AtMost"/> characters.</summary>
public sealed record TooLong(string Name, int AtMost) : NotValid(Name);
