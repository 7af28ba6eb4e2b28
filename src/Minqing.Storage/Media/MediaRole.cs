namespace Minqing.Storage.Media;

/// <summary>Which form of a photo or voice clip a stored file is.</summary>
public enum MediaRole
{
    /// <summary>As sent, without its metadata.</summary>
    Original,

    /// <summary>A photo for the screen: long side 1600.</summary>
    Large,

    /// <summary>A photo for a list: long side 320.</summary>
    Small,

    /// <summary>A voice clip that every phone and browser plays.</summary>
    Playable,
}
