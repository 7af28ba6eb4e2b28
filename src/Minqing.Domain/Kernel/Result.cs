namespace Minqing.Domain.Kernel;

/// <summary>What a use case gives: a value, or the named reason why not.</summary>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Problem? problem) => (this.value, Problem) = (value, problem);

    /// <summary>Why not; null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>The value. Asking for it when there is a problem is a bug and throws.</summary>
    public T Value => Problem is null ? value! : throw new InvalidOperationException($"No value: {Problem}");

    public bool Ok => Problem is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    public Result<TNext> Then<TNext>(Func<T, TNext> next) => Problem is { } problem ? problem : next(Value);
}

/// <summary>The value of a use case that has nothing to tell but that it is done.</summary>
public readonly record struct Done;
