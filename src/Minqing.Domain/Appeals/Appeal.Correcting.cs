using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// What accountability corrects (S-07).
public sealed partial class Appeal
{
    /// <summary>Its closing was found to be false: that round counts as not solved, and where nothing is under way it begins again.</summary>
    public Problem? MarkFalselyClosed(DocketId finding, By by, Rules rules, LevelUnit? above = null)
    {
        if (rounds.FindLast(r => r.CheckedAt is not null && r.FoundFalseAt is null) is not { } closed)
        {
            return new NothingClosed();
        }

        var again = Lead is not null && Stage is Stage.FollowingUp or Stage.Settled;
        Take("closing-found-false", by, [],
        [
            new ClosingFoundFalse(closed.No, finding),
            .. again ? (DomainEvent[])[.. End(ClockKind.FollowUp, by.At), .. End(ClockKind.Promise, by.At), .. Begin(RoundReason.Accountability, Again(above), rules, by.At)] : [],
        ]);
        return null;
    }
}

/// <summary>A round's closing was found to be false: it counts as not solved.</summary>
public sealed record ClosingFoundFalse(int Round, DocketId Finding) : DomainEvent;

/// <summary>It was never closed, so that no closing of it can be false.</summary>
public sealed record NothingClosed : NotPossible;
