using Minqing.Domain.Kernel;
using Minqing.Web.Shared;

namespace Minqing.Web.Staff;

/// <summary>Where the photos and clips of an appeal are shown to those who may see it.</summary>
internal static class Shots
{
    public static Picture Picture(AppealId appeal, MediaId media, int at) =>
        new(Address(appeal, media), $"{Address(appeal, media)}?small=true", $"第 {at + 1} 张照片");

    public static string Address(AppealId appeal, MediaId media) => $"/appeals/{appeal.Value}/media/{media.Value}";
}
