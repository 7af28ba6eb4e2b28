namespace Minqing.Storage.Media;

/// <summary>What a stored piece of media is.</summary>
public enum MediaKind
{
    Photo,
    Voice,
}
