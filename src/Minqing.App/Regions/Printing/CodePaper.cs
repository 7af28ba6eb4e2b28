namespace Minqing.App.Regions.Printing;

/// <summary>A4, and the colours printed on it: the pages' own, dark enough for a grey printer.</summary>
internal static class CodePaper
{
    public const double Width = 595.276;
    public const double Height = 841.89;
    public const uint Brand = 0x0B5866;
    public const uint BrandSoft = 0xE2EFF0;
    public const uint Ink = 0x14181A;
    public const uint Quiet = 0x4A5458;
    public const uint Cut = 0x9AA3A6;
}
