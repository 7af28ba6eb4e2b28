namespace Minqing.Domain.Kernel;

/// <summary>A position in WGS-84 degrees. Coordinates of Chinese maps (GCJ-02) are converted at the edge.</summary>
public sealed record Point(double Lat, double Lon)
{
    private const double EarthMetres = 6_371_000;

    /// <summary>How far another position is, in metres as the crow flies.</summary>
    public int MetresTo(Point other)
    {
        var (lat, lon) = (double.DegreesToRadians(other.Lat - Lat), double.DegreesToRadians(other.Lon - Lon));
        var h = Math.Pow(Math.Sin(lat / 2), 2) + (Math.Cos(double.DegreesToRadians(Lat)) * Math.Cos(double.DegreesToRadians(other.Lat)) * Math.Pow(Math.Sin(lon / 2), 2));
        return (int)(2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(h))));
    }
}
