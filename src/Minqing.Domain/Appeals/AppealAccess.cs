using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>Somebody of staff opened an appeal: once a day for each of them, with how often and when last (S-11).</summary>
public sealed class AppealAccess
{
    public required AppealId Appeal { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The post by which they see it.</summary>
    public required PostId Post { get; init; }

    public required DateTime FirstAt { get; init; }

    public required DateTime LastAt { get; init; }

    public required int Times { get; init; }
}
