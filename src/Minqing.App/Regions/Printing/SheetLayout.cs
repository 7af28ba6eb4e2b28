namespace Minqing.App.Regions.Printing;

/// <summary>How many codes stand on a page.</summary>
public enum SheetLayout
{
    /// <summary>Labels to be cut out.</summary>
    Twelve,

    /// <summary>A poster.</summary>
    One,
}
