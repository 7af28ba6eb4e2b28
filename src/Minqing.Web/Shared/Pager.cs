namespace Minqing.Web.Shared;

/// <summary>Where one is in a long list. <paramref name="Total"/> is null when counting would cost too much.</summary>
public sealed record Pager(int Shown, int? Total, string? Previous, string? Next)
{
    /// <summary>How what is listed is counted.</summary>
    public string What { get; init; } = "件";
}
