using Minqing.App.Regions.Codes;
using Minqing.App.Regions.Printing.Native;
using Minqing.Domain.Regions;
using QRCoder;

namespace Minqing.App.Regions.Printing;

/// <summary>One code to print: where it will hang, what it says to scanners, and to people.</summary>
/// <param name="Around">The regions around it, from county down.</param>
internal sealed record PlaceCard(string Around, string Address, string Building, string Code, QRCodeData Qr)
{
    public static PlaceCard Of(SiteCode code, string around, SiteLinks links) => new(around, code.Address, code.Building, code.Code, links.Qr(code.Code));

    /// <summary>The place in one line.</summary>
    public string Place => Building.Length == 0 ? Address : $"{Address} {Building}";

    /// <summary>As it is read aloud and typed: two groups of four.</summary>
    public string Spoken => $"{Code[..4]} {Code[4..]}";

    /// <summary>Draws the code with its quiet margin into a square. Runs of a row overlap the next a little, so that no seams show.</summary>
    public void DrawQr(Canvas canvas, double x, double y, double side)
    {
        const double Overlap = 0.04;
        var rows = Qr.ModuleMatrix;
        canvas.Colour(0xFFFFFF);
        canvas.Fill(x, y, side, side);
        canvas.Colour(0x000000);
        canvas.Within(x, y, side / rows.Count, _ =>
        {
            for (var row = 0; row < rows.Count; row++)
            {
                for (var column = 0; column < rows.Count; column++)
                {
                    var from = column;
                    while (column < rows.Count && rows[row][column])
                    {
                        column++;
                    }

                    if (column > from)
                    {
                        Cairo.Rectangle(canvas.Pen, from, row, column - from + Overlap, 1 + Overlap);
                    }
                }
            }

            Cairo.Fill(canvas.Pen);
        });
    }
}
