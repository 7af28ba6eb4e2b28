namespace Minqing.Storage.Verifying;

/// <summary>Something that is not as it was written: where, and what of it.</summary>
public sealed record Finding(string Place, string What)
{
    public override string ToString() => $"{Place}: {What}";
}
