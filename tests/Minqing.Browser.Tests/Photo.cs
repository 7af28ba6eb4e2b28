using Microsoft.Playwright;

namespace Minqing.Browser.Tests;

/// <summary>A photo drawn by the phone itself.</summary>
internal static class Photo
{
    /// <summary>Large enough to be made smaller before it is sent.</summary>
    public static async Task<FilePayload> TakeAsync(IPage page, int width = 3000, int height = 2000)
    {
        var url = await page.EvaluateAsync<string>(
            """
            ([w, h]) => {
                const c = document.createElement("canvas");
                c.width = w; c.height = h;
                const x = c.getContext("2d");
                for (let i = 0; i < 400; i++) { x.fillStyle = `hsl(${i * 37 % 360} 60% 50%)`; x.fillRect(i * 131 % w, i * 71 % h, 300, 200); }
                return c.toDataURL("image/jpeg", .95);
            }
            """,
            new[] { width, height });
        return new() { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = Convert.FromBase64String(url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..]) };
    }
}
