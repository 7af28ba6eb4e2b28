namespace Minqing.Domain.People;

/// <summary>Whether the holder of a post leads in it or is the deputy of the one who does.</summary>
public enum PostRank
{
    Principal,
    Deputy,
}
