using System.Runtime.InteropServices;
using Minqing.App.Regions.Printing.Native;
using Minqing.Domain.Kernel;

namespace Minqing.App.Regions.Printing;

/// <summary>Paper to draw on, measured in points from the upper left: the pages of a PDF, an SVG, or a PNG.</summary>
internal sealed unsafe class Canvas : IDisposable
{
    private const string Fonts = "Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif";

    // signs are set on whole units: a line that would just fit may not
    private const double Spare = 0.98;
    private readonly nint surface;
    private readonly GCHandle to;

    private Canvas(Stream stream, Func<nint, nint> make)
    {
        to = GCHandle.Alloc(stream);
        surface = make(GCHandle.ToIntPtr(to));
        Pen = Cairo.Create(surface);
        Cairo.LineCap(Pen, Cairo.Round);
        Cairo.LineJoin(Pen, Cairo.Round);
    }

    /// <summary>Cairo's own handle, for the pictures.</summary>
    public nint Pen { get; }

    /// <summary>Whether this machine can draw: the libraries, and a font with Chinese signs. Null when it can.</summary>
    public static Problem? Missing()
    {
        if (!NativeLibrary.TryLoad(Cairo.Library, out _) || !NativeLibrary.TryLoad(Pango.CairoLibrary, out _))
        {
            return new PrintingNotInstalled("libpangocairo-1.0-0");
        }

        using var canvas = new Canvas(Stream.Null, _ => Cairo.ImageSurface(Cairo.Argb32, 1, 1));
        var layout = canvas.Set("扫码说事", 10, false, 1000, 1, Align.Left);
        var missing = Pango.MissingSigns(layout);
        Pango.Free(layout);
        return missing > 0 ? new PrintingNotInstalled("fonts-noto-cjk") : null;
    }

    public static Canvas Pdf(Stream stream, double width, double height, string title)
    {
        var canvas = new Canvas(stream, to => Cairo.PdfSurface(&Write, to, width, height));
        Cairo.PdfMetadata(canvas.surface, 0, title);
        return canvas;
    }

    public static Canvas Svg(Stream stream, double width, double height) => new(stream, to => Cairo.SvgSurface(&Write, to, width, height));

    /// <summary>A PNG of <paramref name="draw"/>; it is written when all is drawn.</summary>
    public static void Png(Stream stream, double width, double height, double pixelsPerPoint, Action<Canvas> draw)
    {
        using var canvas = new Canvas(stream, _ => Cairo.ImageSurface(Cairo.Argb32, (int)Math.Ceiling(width * pixelsPerPoint), (int)Math.Ceiling(height * pixelsPerPoint)));
        Cairo.Scale(canvas.Pen, pixelsPerPoint, pixelsPerPoint);
        draw(canvas);
        Check(Cairo.WritePng(canvas.surface, &Write, GCHandle.ToIntPtr(canvas.to)));
    }

    public void NextPage()
    {
        Cairo.ShowPage(Pen);
        Check(Cairo.SurfaceStatus(surface));
    }

    /// <summary>Writes what is still in hand; the file is whole only after this.</summary>
    public void End()
    {
        Cairo.Finish(surface);
        Check(Cairo.SurfaceStatus(surface));
    }

    public void Colour(uint rgb) => Cairo.Colour(Pen, ((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);

    public void Fill(double x, double y, double width, double height, double radius = 0)
    {
        Outline(x, y, width, height, radius);
        Cairo.Fill(Pen);
    }

    public void Frame(double x, double y, double width, double height, double radius, double line)
    {
        Cairo.LineWidth(Pen, line);
        Outline(x, y, width, height, radius);
        Cairo.Stroke(Pen);
    }

    /// <summary>Where to cut.</summary>
    public void CutLine(double fromX, double fromY, double toX, double toY)
    {
        Cairo.LineWidth(Pen, 0.4);
        Cairo.Dash(Pen, [2, 3], 2, 0);
        Cairo.MoveTo(Pen, fromX, fromY);
        Cairo.LineTo(Pen, toX, toY);
        Cairo.Stroke(Pen);
        Cairo.Dash(Pen, [], 0, 0);
    }

    /// <summary>Draws with its own origin and scale.</summary>
    public void Within(double x, double y, double scale, Action<Canvas> draw)
    {
        Cairo.Save(Pen);
        Cairo.Translate(Pen, x, y);
        Cairo.Scale(Pen, scale, scale);
        draw(this);
        Cairo.Restore(Pen);
    }

    /// <summary>Sets words within a width, on at most so many lines; what does not fit ends in dots. Gives the height taken.</summary>
    public double Text(string words, double x, double y, double width, double size, bool bold = false, Align align = Align.Left, int lines = 1)
    {
        var layout = Set(words, size, bold, width, lines, align);
        Pango.Size(layout, out _, out var height);
        Cairo.MoveTo(Pen, x, y);
        Pango.Show(Pen, layout);
        Pango.Free(layout);
        return (double)height / Pango.Unit;
    }

    /// <summary>The largest size at which the words stand on one line of this width; the least where none does.</summary>
    public double Fitting(string words, double width, double most, double least) =>
        Math.Clamp(most * Spare * width / Math.Max(1, WidthOf(words, most)), least, most);

    public void Dispose()
    {
        Cairo.Destroy(Pen);
        Cairo.Finish(surface);
        Cairo.DestroySurface(surface);
        to.Free();
    }

    [UnmanagedCallersOnly]
    private static int Write(nint to, byte* bytes, uint count)
    {
        const int Failed = 11;
        try
        {
            ((Stream)GCHandle.FromIntPtr(to).Target!).Write(new ReadOnlySpan<byte>(bytes, (int)count));
            return 0;
        }
        catch (IOException)
        {
            return Failed; // an exception must not cross into the library; the status tells
        }
    }

    private static void Check(int status)
    {
        if (status != 0)
        {
            throw new IOException($"Drawing failed with status {status}.");
        }
    }

    private double WidthOf(string words, double size)
    {
        var layout = Set(words, size, true, 10_000, 1, Align.Left);
        Pango.Size(layout, out var width, out _);
        Pango.Free(layout);
        return (double)width / Pango.Unit;
    }

    private nint Set(string words, double size, bool bold, double width, int lines, Align align)
    {
        var font = Pango.Font(bold ? $"{Fonts} Bold" : Fonts);
        Pango.FontSize(font, size * Pango.Unit);
        var layout = Pango.Layout(Pen);
        Pango.SetFont(layout, font);
        Pango.FreeFont(font);
        Pango.SetText(layout, words, -1);
        Pango.SetWidth(layout, (int)(width * Pango.Unit));
        Pango.SetHeight(layout, -lines);
        Pango.SetWrap(layout, Pango.WrapWordsThenSigns);
        Pango.SetEllipsis(layout, Pango.EllipsisAtEnd);
        Pango.SetAlignment(layout, (int)align);
        return layout;
    }

    private void Outline(double x, double y, double width, double height, double radius)
    {
        if (radius <= 0)
        {
            Cairo.Rectangle(Pen, x, y, width, height);
            return;
        }

        Cairo.NewSubPath(Pen);
        Cairo.Arc(Pen, x + width - radius, y + radius, radius, -Math.PI / 2, 0);
        Cairo.Arc(Pen, x + width - radius, y + height - radius, radius, 0, Math.PI / 2);
        Cairo.Arc(Pen, x + radius, y + height - radius, radius, Math.PI / 2, Math.PI);
        Cairo.Arc(Pen, x + radius, y + radius, radius, Math.PI, Math.PI * 1.5);
        Cairo.ClosePath(Pen);
    }
}

/// <summary>Where lines of text stand; numbered as Pango does.</summary>
internal enum Align
{
    Left,
    Center,
    Right,
}
