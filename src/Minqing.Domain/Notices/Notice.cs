using Minqing.Domain.Kernel;

namespace Minqing.Domain.Notices;

/// <summary>Something that one person is told about one appeal, in the app; by SMS too where the rule says so.</summary>
public sealed class Notice
{
    /// <summary>Made from entry, person and kind, so that it cannot come to be twice.</summary>
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required AppealId Appeal { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>What people call the place.</summary>
    public required string Address { get; init; }

    /// <summary>What the limit is for, where the notice is about one.</summary>
    public ClockKind? Clock { get; init; }

    /// <summary>The report, appeal or other matter whose clock it is, and that clock's number there.</summary>
    public Guid? LimitOf { get; init; }

    public int? LimitNo { get; init; }

    /// <summary>Until when something is to be done, or was.</summary>
    public DateTime? DueAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? ReadAt { get; set; }

    /// <summary>Whether it cannot wait: a first call, or an urgent appeal.</summary>
    public bool Urgent { get; init; }

    /// <summary>Held back for the digest of this time; null when it goes by itself.</summary>
    public DateTime? DigestAt { get; set; }

    /// <summary>The outbox message that carries it as SMS, alone or with others; null when it goes by the app alone, or waits for its digest.</summary>
    public Guid? Sms { get; set; }

    /// <summary>The day on which it went by itself, and which of that person's that day it was; null for urgent ones, which are not counted.</summary>
    public DateOnly? SmsOn { get; set; }

    public int? SmsNo { get; set; }

    /// <summary>Whether it warns of a limit.</summary>
    public bool Warns => Kind is NoticeKind.LimitNear or NoticeKind.LimitPassed or NoticeKind.LimitLongPassed;
}
