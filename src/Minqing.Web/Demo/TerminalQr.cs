using System.Text;
using QRCoder;

namespace Minqing.Web.Demo;

/// <summary>A QR code in a terminal, two modules a character.</summary>
internal static class TerminalQr
{
    // Set colours where there is a terminal: dark on light is what cameras expect, whatever the terminal's own.
    private const string DarkOnLight = "\e[38;5;16;48;5;231m";
    private const string Usual = "\e[0m";

    public static string Draw(QRCodeData code, string margin, bool colours)
    {
        var rows = code.ModuleMatrix;
        var text = new StringBuilder();
        for (var y = 0; y < rows.Count; y += 2)
        {
            text.Append(margin).Append(colours ? DarkOnLight : "");
            for (var x = 0; x < rows[y].Count; x++)
                text.Append((rows[y][x], y + 1 < rows.Count && rows[y + 1][x]) switch { (true, true) => '█', (true, false) => '▀', (false, true) => '▄', _ => ' ' });
            text.Append(colours ? Usual : "").Append('\n');
        }

        return text.ToString();
    }
}
