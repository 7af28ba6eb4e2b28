namespace Minqing.Domain.Kernel;

/// <summary>A position in WGS-84 degrees. Coordinates of Chinese maps (GCJ-02) are converted at the edge.</summary>
public sealed record Point(double Lat, double Lon);
