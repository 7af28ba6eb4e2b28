using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>A point as text, "lat,lon" with six decimals: a tenth of a metre.</summary>
internal sealed class PointText() : ValueConverter<Point?, string?>(p => Write(p), s => Read(s))
{
    private static string? Write(Point? point) => point is null ? null : string.Create(CultureInfo.InvariantCulture, $"{point.Lat:0.######},{point.Lon:0.######}");

    private static Point? Read(string? text) =>
        text?.Split(',') is [var lat, var lon] ? new(double.Parse(lat, CultureInfo.InvariantCulture), double.Parse(lon, CultureInfo.InvariantCulture)) : null;
}
