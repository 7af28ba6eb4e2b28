using Minqing.Domain.Kernel;

namespace Minqing.Domain.Regions;

/// <summary>A QR code posted at a place. It can be revoked; a replaced one still leads to where its successor leads.</summary>
public sealed class SiteCode
{
    private SiteCode()
    {
    }

    public SiteCode(SiteCodeId id, string code, Site site, DateTime issuedAt)
    {
        (Id, Code, IssuedAt) = (id, code, issuedAt);
        Describe(site);
    }

    public SiteCodeId Id { get; private set; }

    /// <summary>See <see cref="SiteCodeText"/>.</summary>
    public string Code { get; private set; } = "";

    public SiteCodeKind Kind { get; private set; }

    public RegionId Region { get; private set; }

    public string Address { get; private set; } = "";

    public string Building { get; private set; } = "";

    public Point? Point { get; private set; }

    public UnitId? Unit { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>The code that hangs there instead.</summary>
    public SiteCodeId? ReplacedBy { get; private set; }

    /// <summary>What it says of its place.</summary>
    public Site Site => new(Kind, Region, Address, Building, Point, Unit);

    /// <summary>Whether it is the one that should hang there.</summary>
    public bool InUse => RevokedAt is null && ReplacedBy is null;

    /// <summary>Takes over a better description; says whether anything was different.</summary>
    public bool Describe(Site site)
    {
        var differs = site != Site;
        (Kind, Region, Address, Building, Point, Unit) = site;
        return differs;
    }

    /// <summary>It leads nowhere from now on.</summary>
    public Result<Done> Revoke(DateTime now)
    {
        if (RevokedAt is not null)
            return new SiteCodeRevoked();
        RevokedAt = now;
        return default(Done);
    }

    /// <summary>Another code is put up in its place, for what was torn down or copied.</summary>
    public Result<SiteCode> Replace(SiteCodeId id, string code, DateTime now)
    {
        if (RevokedAt is not null)
            return new SiteCodeRevoked();
        if (ReplacedBy is not null)
            return new SiteCodeReplaced();
        ReplacedBy = id;
        return new SiteCode(id, code, Site, now);
    }
}
