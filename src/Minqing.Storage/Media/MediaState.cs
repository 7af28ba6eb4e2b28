namespace Minqing.Storage.Media;

/// <summary>How far an upload has come.</summary>
public enum MediaState
{
    Uploading,
    Ready,
    Refused,
}
