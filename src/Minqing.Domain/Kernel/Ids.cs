namespace Minqing.Domain.Kernel;

/// <summary>A report: one submission by one person.</summary>
public readonly record struct ReportId(Guid Value);

/// <summary>An appeal: the case of work.</summary>
public readonly record struct AppealId(Guid Value) : IComparable<AppealId>
{
    public static bool operator <(AppealId left, AppealId right) => left.CompareTo(right) < 0;

    public static bool operator >(AppealId left, AppealId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AppealId left, AppealId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AppealId left, AppealId right) => left.CompareTo(right) >= 0;

    /// <summary>By age, as both databases order them.</summary>
    public int CompareTo(AppealId other) => Value.CompareTo(other.Value);
}

/// <summary>A region, from a province down to a grid; the program's own id, not the division code.</summary>
public readonly record struct RegionId(Guid Value);

/// <summary>A unit: village, centre, department, station …</summary>
public readonly record struct UnitId(Guid Value);

/// <summary>A person with an official part in the platform.</summary>
public readonly record struct PersonId(Guid Value) : IComparable<PersonId>
{
    public static bool operator <(PersonId left, PersonId right) => left.CompareTo(right) < 0;

    public static bool operator >(PersonId left, PersonId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PersonId left, PersonId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PersonId left, PersonId right) => left.CompareTo(right) >= 0;

    /// <summary>By age, as both databases order them.</summary>
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);
}

/// <summary>A post: role × unit × region, held by people over time.</summary>
public readonly record struct PostId(Guid Value);

/// <summary>A leader's instruction on an appeal.</summary>
public readonly record struct InstructionId(Guid Value) : IComparable<InstructionId>
{
    public static bool operator <(InstructionId left, InstructionId right) => left.CompareTo(right) < 0;

    public static bool operator >(InstructionId left, InstructionId right) => left.CompareTo(right) > 0;

    public static bool operator <=(InstructionId left, InstructionId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(InstructionId left, InstructionId right) => left.CompareTo(right) >= 0;

    /// <summary>By age, as both databases order them.</summary>
    public int CompareTo(InstructionId other) => Value.CompareTo(other.Value);
}

/// <summary>A posted QR code.</summary>
public readonly record struct SiteCodeId(Guid Value);

/// <summary>A mass event, such as a storm or an outage.</summary>
public readonly record struct MassEventId(Guid Value) : IComparable<MassEventId>
{
    public static bool operator <(MassEventId left, MassEventId right) => left.CompareTo(right) < 0;

    public static bool operator >(MassEventId left, MassEventId right) => left.CompareTo(right) > 0;

    public static bool operator <=(MassEventId left, MassEventId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MassEventId left, MassEventId right) => left.CompareTo(right) >= 0;

    /// <summary>By age, as both databases order them.</summary>
    public int CompareTo(MassEventId other) => Value.CompareTo(other.Value);
}

/// <summary>Something that supervision has going on about appeals.</summary>
public readonly record struct DocketId(Guid Value) : IComparable<DocketId>
{
    public static bool operator <(DocketId left, DocketId right) => left.CompareTo(right) < 0;

    public static bool operator >(DocketId left, DocketId right) => left.CompareTo(right) > 0;

    public static bool operator <=(DocketId left, DocketId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DocketId left, DocketId right) => left.CompareTo(right) >= 0;

    /// <summary>By age, as both databases order them.</summary>
    public int CompareTo(DocketId other) => Value.CompareTo(other.Value);
}

/// <summary>A stored photo, voice clip or video.</summary>
public readonly record struct MediaId(Guid Value);

/// <summary>A change of regions or units: a merger, a split, another name.</summary>
public readonly record struct ReorganisationId(Guid Value) : IComparable<ReorganisationId>
{
    public static bool operator <(ReorganisationId left, ReorganisationId right) => left.CompareTo(right) < 0;

    public static bool operator >(ReorganisationId left, ReorganisationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReorganisationId left, ReorganisationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReorganisationId left, ReorganisationId right) => left.CompareTo(right) >= 0;

    /// <summary>By age, as both databases order them.</summary>
    public int CompareTo(ReorganisationId other) => Value.CompareTo(other.Value);
}

/// <summary>A drive, a training or a typical case.</summary>
public readonly record struct PublicityId(Guid Value) : IComparable<PublicityId>
{
    public static bool operator <(PublicityId left, PublicityId right) => left.CompareTo(right) < 0;

    public static bool operator >(PublicityId left, PublicityId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PublicityId left, PublicityId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PublicityId left, PublicityId right) => left.CompareTo(right) >= 0;

    /// <summary>By age, as both databases order them.</summary>
    public int CompareTo(PublicityId other) => Value.CompareTo(other.Value);
}

/// <summary>A unit put forward for the commendation of a year.</summary>
public readonly record struct CommendationId(Guid Value) : IComparable<CommendationId>
{
    public static bool operator <(CommendationId left, CommendationId right) => left.CompareTo(right) < 0;

    public static bool operator >(CommendationId left, CommendationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(CommendationId left, CommendationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CommendationId left, CommendationId right) => left.CompareTo(right) >= 0;

    /// <summary>As both databases order them.</summary>
    public int CompareTo(CommendationId other) => Value.CompareTo(other.Value);
}
