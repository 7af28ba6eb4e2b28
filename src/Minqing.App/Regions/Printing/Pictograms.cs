using Minqing.App.Regions.Printing.Native;

namespace Minqing.App.Regions.Printing;

/// <summary>How to use a code, in three pictures of 24 by 24: scan, say, be called back.</summary>
internal static class Pictograms
{
    private const double Line = 1.7;

    /// <summary>A phone that looks at something. No squares within squares: scanners would take them for codes.</summary>
    public static void Scan(Canvas canvas)
    {
        canvas.Frame(4.5, 1.2, 15, 21.6, 2.8, Line);
        foreach (var (x, y, right, down) in new[] { (7.9, 5.6, 1, 1), (16.1, 5.6, -1, 1), (7.9, 14.4, 1, -1), (16.1, 14.4, -1, -1) })
        {
            Stroke(canvas, (x, y), (x + (2.2 * right), y));
            Stroke(canvas, (x, y), (x, y + (2.2 * down)));
        }

        Stroke(canvas, (8.6, 10), (15.4, 10));
        canvas.Fill(10.4, 18.5, 3.2, 1.5, 0.75);
    }

    /// <summary>Words in a bubble, and a voice.</summary>
    public static void Say(Canvas canvas)
    {
        var pen = canvas.Pen;
        Cairo.LineWidth(pen, Line);
        Cairo.NewSubPath(pen);
        Cairo.Arc(pen, 19, 6, 3, -Math.PI / 2, 0);
        Cairo.Arc(pen, 19, 14, 3, 0, Math.PI / 2);
        Cairo.LineTo(pen, 11.5, 17);
        Cairo.LineTo(pen, 6.5, 21.3);
        Cairo.LineTo(pen, 6.5, 17);
        Cairo.Arc(pen, 5, 14, 3, Math.PI / 2, Math.PI);
        Cairo.Arc(pen, 5, 6, 3, Math.PI, Math.PI * 1.5);
        Cairo.ClosePath(pen);
        Cairo.Stroke(pen);
        foreach (var (x, half) in new[] { (6.4, 1.2), (9.2, 2.8), (12.0, 4.0), (14.8, 2.8), (17.6, 1.2) })
        {
            Stroke(canvas, (x, 10 - half), (x, 10 + half));
        }
    }

    /// <summary>A receiver that rings.</summary>
    public static void CallBack(Canvas canvas)
    {
        var pen = canvas.Pen;
        canvas.Within(9.6, 14.4, 1, _ =>
        {
            Cairo.Rotate(pen, -Math.PI / 4);
            Cairo.LineWidth(pen, 3.2);
            Cairo.NewSubPath(pen);
            Cairo.Arc(pen, 0, -6.4, 9.2, Math.PI * 0.22, Math.PI * 0.78);
            Cairo.Stroke(pen);
            canvas.Fill(-9.3, -4.6, 5.2, 6.4, 1.6);
            canvas.Fill(4.1, -4.6, 5.2, 6.4, 1.6);
        });
        Cairo.LineWidth(pen, Line);
        foreach (var radius in new[] { 4.2, 8.0 })
        {
            Cairo.NewSubPath(pen);
            Cairo.Arc(pen, 13.8, 10.2, radius, -Math.PI * 0.47, -Math.PI * 0.03);
            Cairo.Stroke(pen);
        }
    }

    private static void Stroke(Canvas canvas, (double X, double Y) from, (double X, double Y) to)
    {
        Cairo.LineWidth(canvas.Pen, Line);
        Cairo.MoveTo(canvas.Pen, from.X, from.Y);
        Cairo.LineTo(canvas.Pen, to.X, to.Y);
        Cairo.Stroke(canvas.Pen);
    }
}
