namespace Minqing.App.Policy;

/// <summary>What is wrong in a profile: where, and why.</summary>
public sealed record ProfileProblem(string File, long Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>A profile that does not pass its check stops the start. The message holds one line for each problem.</summary>
public sealed class ProfileNotUsableException(IReadOnlyList<ProfileProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<ProfileProblem> Problems { get; } = problems;
}
