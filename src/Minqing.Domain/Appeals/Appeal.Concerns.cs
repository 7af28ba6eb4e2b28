using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// What calls for those who supervise (S-01): brought up to date with every fact, so that a watch list is only read.
public sealed partial class Appeal
{
    private const int Repeatedly = 2;

    // From five on, people who petition together send representatives (信访工作条例).
    private const int Many = 5;

    public Concern Concerns { get; private set; }

    /// <summary>How many reports it stands for.</summary>
    public int Reports { get; private set; } = 1;

    /// <summary>So many reports are joined in it now.</summary>
    public void CountReports(int reports, By by)
    {
        if (reports != Reports)
        {
            Take("reports-counted", by, [], [new ReportsCounted(reports)]);
        }
    }

    // One of a mass event stands in its own line, and nobody's unit is looked at for it (H-29).
    private Concern ConcernsNow() => Disclosure ? Concern.None
        : Stage == Stage.Merged ? When(Concern.Overdue, Statutory.Any(c => c.MissedAt is not null))
        : Ended ? Concern.None
        : Event is not null ? Concern.Group
        : When(Concern.Overdue, Clocks.Any(c => c.Runs && c.MissedAt is not null))
        | When(Concern.NearDue, Clocks.Any(c => c is { Runs: true, MissedAt: null, SubmittedAt: null, StoppedAt: null, Rule.BeforeDue: > 0 } && c.Warned >= c.Rule.BeforeDue))
        | When(Concern.Returned, SendBacks + rounds.Sum(r => r.Rejections) >= Repeatedly)
        | When(Concern.Unsatisfied, rounds.Count(r => r.Reason is RoundReason.Rectify or RoundReason.Restart) >= Repeatedly)
        | When(Concern.Group, Reports >= Many)
        | When(Concern.Sensitive, Sensitive)
        | When(Concern.Repeated, Reports >= Repeatedly);

    private static Concern When(Concern concern, bool holds) => holds ? concern : Concern.None;
}
