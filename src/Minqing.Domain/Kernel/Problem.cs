namespace Minqing.Domain.Kernel;

/// <summary>An expected "no": a named value that carries its facts. The type's name, in kebab case, is the code that interfaces and texts use.</summary>
public abstract record Problem;

/// <summary>The step cannot be taken as things stand (409).</summary>
public abstract record NotPossible : Problem;

/// <summary>There is no such thing, or the viewer may not know of it (404).</summary>
public abstract record NotFound : Problem;

/// <summary>The viewer knows of it but may not do this (403).</summary>
public abstract record NotAllowed : Problem;

/// <summary>A value given is not usable; <paramref name="Field"/> names it (422).</summary>
public abstract record NotValid(string Field) : Problem;

/// <summary>Too many requests of this kind; come back after <paramref name="RetryAfter"/> (429).</summary>
public abstract record TooMany(TimeSpan RetryAfter) : Problem;
