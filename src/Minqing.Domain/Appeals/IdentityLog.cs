using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>What was done with the identity of one report's reporter: every opening with its purpose, and the erasure. Begins with the first of them.</summary>
public sealed class IdentityLog : Aggregate
{
    private IdentityLog()
    {
    }

    public ReportId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Vault, Id.Value);

    /// <summary>How often it was opened.</summary>
    public int Openings { get; private set; }

    public DateTime? ErasedAt { get; private set; }

    /// <summary>One in which nothing is written yet.</summary>
    public static IdentityLog Empty(ReportId report) => new() { Id = report };

    /// <summary>Somebody is shown the whole identity. A demand by law names its paper.</summary>
    public Problem? Open(OpeningPurpose purpose, Written? reason, By by)
    {
        if (ErasedAt is not null)
            return new IdentityErasedAlready();

        if (purpose == OpeningPurpose.LegalRequest && reason is null)
            return new Missing("reason");

        Take("identity-opened", by, reason is null ? [] : [reason], [new IdentityOpened(Openings + 1, purpose)]);
        return null;
    }

    /// <summary>The identity is destroyed: by the reporter's wish, or at the end of the time it may be kept.</summary>
    public Problem? Erase(Written? reason, By by)
    {
        if (ErasedAt is not null)
            return new IdentityErasedAlready();

        Take("identity-erased", by, reason is null ? [] : [reason], [new IdentityErased()]);
        return null;
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case IdentityOpened opened:
                Openings = opened.No;
                break;
            case IdentityErased:
                ErasedAt = by.At;
                break;
            default:
                throw new InvalidOperationException($"An identity log does not know {fact.GetType().Name}.");
        }
    }
}

/// <summary>Why a reporter's identity is opened.</summary>
public enum OpeningPurpose
{
    /// <summary>To make the first call.</summary>
    FirstCall,

    /// <summary>To ask back while handling it.</summary>
    Handling,

    /// <summary>To ask how it was.</summary>
    FollowUp,

    /// <summary>To find the caller's earlier reports at the desk.</summary>
    Desk,

    /// <summary>A court, the police or the discipline inspection demands it by law.</summary>
    LegalRequest,
}

/// <summary>Somebody saw who the reporter is.</summary>
public sealed record IdentityOpened(int No, OpeningPurpose Purpose) : DomainEvent;

/// <summary>Nobody can see it any more: its key is destroyed.</summary>
public sealed record IdentityErased : DomainEvent;

/// <summary>The identity was erased; nobody can bring it back.</summary>
public sealed record IdentityErasedAlready : NotPossible;
