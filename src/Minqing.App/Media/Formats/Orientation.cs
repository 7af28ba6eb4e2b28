namespace Minqing.App.Media.Formats;

/// <summary>The one piece of EXIF that stays: which way up a photo is.</summary>
internal static class Orientation
{
    /// <summary>Whether it says anything: 1 is "as it is".</summary>
    public static bool Turns(int orientation) => orientation is > 1 and <= 8;

    /// <summary>From 5 on the picture lies on its side.</summary>
    public static bool Swaps(int orientation) => orientation is >= 5 and <= 8;

    /// <summary>A TIFF block with this one tag.</summary>
    public static byte[] Tiff(int orientation) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
}
