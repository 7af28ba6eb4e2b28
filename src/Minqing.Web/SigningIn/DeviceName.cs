namespace Minqing.Web.SigningIn;

/// <summary>What a device is called where a person looks for theirs.</summary>
internal static class DeviceName
{
    private static readonly (string Sign, string Name)[] Devices =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "鸿蒙手机"), ("Android", "安卓手机"), ("Windows", "Windows 电脑"), ("Macintosh", "Mac 电脑"), ("Linux", "Linux 电脑")];

    private static readonly (string Sign, string Name)[] Browsers =
        [("MicroMessenger", "微信"), ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    public static string Of(string userAgent) => (Find(Devices, userAgent), Find(Browsers, userAgent)) switch
    {
        (null, null) => "别的设备",
        (var device, null) => device,
        (null, var browser) => browser,
        (var device, var browser) => $"{device}，{browser}",
    };

    private static string? Find((string Sign, string Name)[] all, string userAgent) =>
        all.FirstOrDefault(d => userAgent.Contains(d.Sign, StringComparison.Ordinal)).Name;
}
