using Minqing.App;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Intake;
using Minqing.App.Kernel.Limiting;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Api;

/// <summary>What a program sends in for a person. Needs <c>siteCode</c> or <c>regionCode</c>, and words or a voice clip.</summary>
/// <param name="RegionCode">12 digits, zero-filled on the right; 15 for a grid.</param>
/// <param name="KeepIdentity">Keep it from those handling the matter.</param>
/// <param name="Attachments">Ids of <c>POST /api/v1/media</c>.</param>
/// <param name="About">Whom it is about, in words.</param>
/// <param name="Intent">What the person wants; a <c>disclosure</c> of officials' misconduct goes to the unit for that alone.</param>
/// <param name="AboutUnit">The unit that it is about: it does not get it.</param>
/// <param name="Proof">Only after <c>human-not-shown</c>: very many send at once.</param>
public sealed record ReportRequest(
    string? SiteCode,
    string? RegionCode,
    string? Text,
    string? Phone,
    string? Name,
    bool? KeepIdentity,
    string? CategoryCode,
    PointBody? Point,
    string? Address,
    IReadOnlyList<Guid>? Attachments,
    string? About,
    Intent? Intent = null,
    Guid? AboutUnit = null,
    HumanBody? Proof = null)
{
    internal Submission AsSubmission() =>
        new(SiteCode, RegionCode, Text, Phone, Name, KeepIdentity, CategoryCode, Point?.AsPoint(), Address, null, About, Attachments, SiteCode is null ? Channel.Interface : Channel.Code, Intent, AboutUnit) { Proof = Proof?.AsProof() };
}

/// <summary>The answer to the question of the problem <c>human-not-shown</c>, with its token.</summary>
public sealed record HumanBody(string? Token, string? Answer)
{
    internal HumanProof AsProof() => new(Token, Answer);
}

/// <summary>A position in WGS-84 degrees.</summary>
public sealed record PointBody(double? Lat, double? Lon)
{
    // Nowhere on earth: half a position is refused like a wrong one, never taken for the equator.
    private const double Nowhere = 999;

    internal Point AsPoint() => new(Lat ?? Nowhere, Lon ?? Nowhere);
}

/// <summary>What the person is given: the number, the code that opens the course, where to follow, what happens by when.</summary>
public sealed record ReceiptBody(string Number, string QueryCode, string FollowUrl, IReadOnlyList<PromiseBody> Promises)
{
    internal static ReceiptBody Of(Receipt receipt, Settings settings) =>
        new(
            receipt.Number, receipt.QueryCode,
            new Uri(settings.PublicUrl, $"/f/{receipt.Number}?code={receipt.QueryCode}").ToString(),
            [.. receipt.Promises.Select(p => new PromiseBody(Kebab.Parse<PromiseKind>(p.Kind)!.Value, p.DueAt))]);
}

/// <summary>One promise and its instant (UTC).</summary>
public sealed record PromiseBody(PromiseKind Kind, DateTime DueAt);

/// <summary>What is promised at receipt.</summary>
public enum PromiseKind
{
    FirstCall,

    /// <summary>Somebody looks at it first: by then it is given to the unit that must solve it.</summary>
    Assign,
    Solve,
}

/// <summary>A report's course in plain words.</summary>
/// <param name="Now">What is happening now, in one sentence.</param>
/// <param name="Lead">The unit that has it.</param>
/// <param name="DueAt">By when the next thing happens; null when nothing is waited for.</param>
/// <param name="Open">What the reporter can do now.</param>
/// <param name="Outcome">What was verified; null until then.</param>
/// <param name="Part">The number of the part that is shown.</param>
/// <param name="Parts">All of them; one where the report tells of one matter.</param>
public sealed record CourseBody(
    string Number,
    Stage Stage,
    string Now,
    DateTime ReceivedAt,
    string Place,
    string Category,
    string? Text,
    string? Lead,
    DateTime? DueAt,
    Outcome? Outcome,
    TimesBody Times,
    IReadOnlyList<Step> Open,
    IReadOnlyList<CourseStepBody> Timeline,
    int Part,
    IReadOnlyList<CoursePartBody> Parts)
{
    internal static CourseBody Of(CourseView course) =>
        new(
            course.Report.Number, course.Report.WithdrawnAt is null ? course.Appeal.Stage : Stage.Withdrawn, CourseWords.Now(course), course.Report.ReceivedAt, course.Report.Address, course.Category, course.Words,
            course.Lead, course.Running is [var next, ..] ? next.DueAt : null, course.Appeal.Outcome, TimesBody.Of(course.Times), course.Open,
            [.. CourseWords.Tell(course).Select(t => new CourseStepBody(t.At, t.Step, t.Text, t.Who, t.Said))],
            course.Part,
            [.. course.Parts.Select(p => new CoursePartBody(p.No, p.Category, p.Appeal.Stage, CourseWords.Now(course.Report, p.Appeal, p.Lead), p.Lead))]);
}

/// <summary>One matter of a report: its number, to be given as <c>part</c>, and how it stands.</summary>
public sealed record CoursePartBody(int Part, string Category, Stage Stage, string Now, string? Lead);

/// <summary>How long it has taken: for the person without a pause, and by the rules in working days (D-00).</summary>
public sealed record TimesBody(int CitizenMinutes, int PolicyWorkingDays)
{
    internal static TimesBody Of(Minqing.Domain.Appeals.TwoTimes times) => new((int)times.Citizen.TotalMinutes, times.PolicyDays);
}

/// <summary>One entry of the course.</summary>
/// <param name="Step">The kebab-case step.</param>
/// <param name="Who">By post, not by private name.</param>
/// <param name="Words">What was said or written with it.</param>
public sealed record CourseStepBody(DateTime At, string Step, string Text, string? Who, string? Words);

/// <summary>Words and photos added afterwards.</summary>
public sealed record SupplementRequest(string? Text, IReadOnlyList<Guid>? Attachments);

/// <summary>Words that say why; may be empty where a reason is not asked for.</summary>
public sealed record ReasonRequest(string? Reason);

/// <summary>The reporter's own rating: 1 (very satisfied) to 5; only <c>result</c> must be there.</summary>
public sealed record RatingRequest(int? Attitude, int? Speed, int? Result, bool? Solved, string? Text);

/// <summary>Where the matter stands after a step.</summary>
public sealed record StageBody(Stage Stage);

/// <summary>What is erased cannot be brought back: <paramref name="Sure"/> says that this is known.</summary>
public sealed record ErasureRequest(bool Sure);
