namespace Minqing.Storage.Media;

/// <summary>How far an upload has come.</summary>
public enum MediaState
{
    Uploading,
    Ready,
    Refused,

    /// <summary>Its key is destroyed, and its files go: the reporter asked for it.</summary>
    Erased,
}
