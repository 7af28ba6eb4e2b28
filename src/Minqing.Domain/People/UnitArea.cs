using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>A region that a unit serves, from an instant to an instant.</summary>
public sealed class UnitArea
{
    internal UnitArea(int no, RegionId region, DateTime since) => (No, RegionId, Since) = (no, region, since);

    private UnitArea()
    {
    }

    public int No { get; private set; }

    public RegionId RegionId { get; private set; }

    public DateTime Since { get; private set; }

    public DateTime? Until { get; private set; }

    internal void End(DateTime until) => Until = until;
}
