using System.Runtime.InteropServices;

namespace Minqing.App.Regions.Printing.Native;

/// <summary>What is used of the library that sets text.</summary>
internal static partial class Pango
{
    public const string CairoLibrary = "libpangocairo-1.0.so.0";
    public const int Unit = 1024;
    public const int WrapWordsThenSigns = 2;
    public const int EllipsisAtEnd = 3;
    private const string Library = "libpango-1.0.so.0";
    private const string Objects = "libgobject-2.0.so.0";

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_create_layout")]
    public static partial nint Layout(nint pen);

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_show_layout")]
    public static partial void Show(nint pen, nint layout);

    [LibraryImport(Library, EntryPoint = "pango_font_description_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Font(string description);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_absolute_size")]
    public static partial void FontSize(nint font, double size);

    [LibraryImport(Library, EntryPoint = "pango_font_description_free")]
    public static partial void FreeFont(nint font);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_font_description")]
    public static partial void SetFont(nint layout, nint font);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_text", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetText(nint layout, string text, int length);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_width")]
    public static partial void SetWidth(nint layout, int width);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_height")]
    public static partial void SetHeight(nint layout, int height);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_alignment")]
    public static partial void SetAlignment(nint layout, int alignment);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_wrap")]
    public static partial void SetWrap(nint layout, int wrap);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_ellipsize")]
    public static partial void SetEllipsis(nint layout, int place);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_size")]
    public static partial void Size(nint layout, out int width, out int height);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_unknown_glyphs_count")]
    public static partial int MissingSigns(nint layout);

    [LibraryImport(Objects, EntryPoint = "g_object_unref")]
    public static partial void Free(nint thing);
}
