using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>What a unit was called, and where it stood, from an instant to an instant.</summary>
public sealed class UnitVersion
{
    internal UnitVersion(int no, UnitNow was, DateTime since) =>
        (No, Name, ParentId, RegionId, Since) = (no, was.Name, was.ParentId, was.RegionId, since);

    private UnitVersion()
    {
    }

    public int No { get; private set; }

    public string Name { get; private set; } = "";

    public UnitId? ParentId { get; private set; }

    public RegionId RegionId { get; private set; }

    public DateTime Since { get; private set; }

    public DateTime? Until { get; private set; }

    public UnitNow Was => new(Name, ParentId, RegionId);

    public bool Covers(DateTime at) => Since <= at && (Until is not { } until || at < until);

    internal void End(DateTime until) => Until = until;
}
