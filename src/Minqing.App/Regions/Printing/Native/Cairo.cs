using System.Runtime.InteropServices;

namespace Minqing.App.Regions.Printing.Native;

/// <summary>What is used of the library that draws.</summary>
internal static unsafe partial class Cairo
{
    public const string Library = "libcairo.so.2";
    public const int Argb32 = 0;
    public const int Round = 1;

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    public static partial nint PdfSurface(delegate* unmanaged<nint, byte*, uint, int> write, nint to, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void PdfMetadata(nint surface, int what, string text);

    [LibraryImport(Library, EntryPoint = "cairo_svg_surface_create_for_stream")]
    public static partial nint SvgSurface(delegate* unmanaged<nint, byte*, uint, int> write, nint to, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")]
    public static partial nint ImageSurface(int format, int width, int height);

    [LibraryImport(Library, EntryPoint = "cairo_surface_write_to_png_stream")]
    public static partial int WritePng(nint surface, delegate* unmanaged<nint, byte*, uint, int> write, nint to);

    [LibraryImport(Library, EntryPoint = "cairo_surface_finish")]
    public static partial void Finish(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    public static partial int SurfaceStatus(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void DestroySurface(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial nint Create(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void Destroy(nint pen);

    [LibraryImport(Library, EntryPoint = "cairo_show_page")]
    public static partial void ShowPage(nint pen);

    [LibraryImport(Library, EntryPoint = "cairo_save")]
    public static partial void Save(nint pen);

    [LibraryImport(Library, EntryPoint = "cairo_restore")]
    public static partial void Restore(nint pen);

    [LibraryImport(Library, EntryPoint = "cairo_translate")]
    public static partial void Translate(nint pen, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_rotate")]
    public static partial void Rotate(nint pen, double angle);

    [LibraryImport(Library, EntryPoint = "cairo_scale")]
    public static partial void Scale(nint pen, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgb")]
    public static partial void Colour(nint pen, double red, double green, double blue);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")]
    public static partial void LineWidth(nint pen, double width);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_cap")]
    public static partial void LineCap(nint pen, int cap);

    [LibraryImport(Library, EntryPoint = "cairo_set_line_join")]
    public static partial void LineJoin(nint pen, int join);

    [LibraryImport(Library, EntryPoint = "cairo_set_dash")]
    public static partial void Dash(nint pen, double[] dashes, int count, double offset);

    [LibraryImport(Library, EntryPoint = "cairo_rectangle")]
    public static partial void Rectangle(nint pen, double x, double y, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_move_to")]
    public static partial void MoveTo(nint pen, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_line_to")]
    public static partial void LineTo(nint pen, double x, double y);

    [LibraryImport(Library, EntryPoint = "cairo_arc")]
    public static partial void Arc(nint pen, double x, double y, double radius, double from, double to);

    [LibraryImport(Library, EntryPoint = "cairo_new_sub_path")]
    public static partial void NewSubPath(nint pen);

    [LibraryImport(Library, EntryPoint = "cairo_close_path")]
    public static partial void ClosePath(nint pen);

    [LibraryImport(Library, EntryPoint = "cairo_fill")]
    public static partial void Fill(nint pen);

    [LibraryImport(Library, EntryPoint = "cairo_stroke")]
    public static partial void Stroke(nint pen);
}
