using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>A limit that a recount would move, or has moved.</summary>
public sealed class RecountMove
{
    private RecountMove()
    {
    }

    /// <param name="report">Whose first call it is; null for a limit of the appeal.</param>
    public RecountMove(Guid recount, int no, AppealId appeal, ReportId? report, string number, Clock clock, DateTime to) =>
        (Recount, No, Appeal, Report, Number, Clock, Kind, From, To) = (recount, no, appeal, report, number, clock.No, clock.Kind, clock.DueAt, to);

    public Guid Recount { get; private set; }

    /// <summary>1, 2, 3 … within the recount.</summary>
    public int No { get; private set; }

    public AppealId Appeal { get; private set; }

    /// <summary>Whose first call it is; null for a limit of the appeal.</summary>
    public ReportId? Report { get; private set; }

    /// <summary>The number of that report, or of the one that the appeal began with.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Which clock of the appeal, or of the report.</summary>
    public int Clock { get; private set; }

    public ClockKind Kind { get; private set; }

    public DateTime From { get; private set; }

    public DateTime To { get; private set; }

    /// <summary>Null while it has not moved, and for good where there was nothing to move any more.</summary>
    public DateTime? MovedAt { get; private set; }

    /// <summary>It moved, perhaps to another instant than foreseen: something was decided in between.</summary>
    public void Move(DateTime to, DateTime at) => (To, MovedAt) = (to, at);
}
