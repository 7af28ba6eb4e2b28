using Minqing.Domain.Kernel;

namespace Minqing.App.Media;

/// <summary>Where and when it was taken, as the file itself and the sender's device state it. Nobody has checked either.</summary>
public sealed record Origin(Point? Point, DateTime? At, Point? DeclaredPoint, DateTime? DeclaredAt)
{
    public static readonly Origin Unknown = new(null, null, null, null);
}

/// <summary>What the sender's device says, because it read or removed the photo's own data before sending.</summary>
public sealed record Declared(Point? Point, DateTime? At)
{
    public static readonly Declared Nothing = new(null, null);
}
