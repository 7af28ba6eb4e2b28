using Minqing.Domain.Kernel;

namespace Minqing.Benchmarks.Day;

/// <summary>What becomes of a report on that day.</summary>
internal enum Course
{
    /// <summary>The village does it.</summary>
    Plain,

    /// <summary>Sent up to the town.</summary>
    Up,

    /// <summary>More time is asked for and granted.</summary>
    Longer,

    /// <summary>The reporter is not satisfied the first time.</summary>
    Again,

    /// <summary>The reporter rates by link instead of being called.</summary>
    Link,

    /// <summary>The same as somebody else's, and goes into that one.</summary>
    Joined,
}

/// <summary>One report and what is known of it.</summary>
internal sealed class CityCase(int no, string place, Course course)
{
    public int No => no;

    /// <summary>The division code of its village.</summary>
    public string Place => place;

    public Course Course => course;

    public string Number { get; set; } = "";

    public string Code { get; set; } = "";

    public AppealId Appeal { get; set; }

    /// <summary>What it goes into; null when it stands for itself.</summary>
    public CityCase? Master { get; set; }

    /// <summary>Its own, and those that joined it.</summary>
    public List<ReportId> Reports { get; } = [];

    /// <summary>What becomes of the n-th: sixty of a hundred are plain.</summary>
    public static Course CourseOf(int no) => (no % 100) switch
    {
        < 15 => Course.Up,
        < 20 => Course.Longer,
        < 25 => Course.Again,
        < 35 => Course.Link,
        < 40 => Course.Joined,
        _ => Course.Plain,
    };
}
