using System.Globalization;
using Minqing.App.Appeals.Closing;
using Minqing.Domain.Policy;

namespace Minqing.Web.Staff;

/// <summary>What somebody fills in to take a step. Everything may be missing: what must be there the use case says, by the name of its field.</summary>
public sealed record StepForm
{
    public CallOutcome? Call { get; set; }

    /// <summary>What was said on the phone.</summary>
    public string? Said { get; set; }

    public string? Message { get; set; }

    public string? Note { get; set; }

    public string? Reason { get; set; }

    public string? Tried { get; set; }

    public int? Level { get; set; }

    public string? Result { get; set; }

    public string? Measures { get; set; }

    public Outcome? Outcome { get; set; }

    /// <summary>As the browser wrote it.</summary>
    public string? PromiseDate { get; set; }

    /// <summary>Why the demand is unfounded.</summary>
    public UnfoundedReason? Unfounded { get; set; }

    /// <summary>Why the photos do not show how it was before, or where they were taken.</summary>
    public string? Unshown { get; set; }

    public Grade? Grade { get; set; }

    public Urgency? Urgency { get; set; }

    public string? CategoryCode { get; set; }

    public string? Proof { get; set; }

    public RejectionKind? Kind { get; set; }

    public string? Sentence { get; set; }

    /// <summary>Photos that are uploaded already.</summary>
    public List<Guid> Attachments { get; set; } = [];

    // What is left over from another choice of outcome is no promise and no reason.
    internal Finishing Finishing(Outcome outcome) => new(
        Result,
        Measures,
        outcome,
        outcome == Domain.Policy.Outcome.Promised && DateOnly.TryParseExact(PromiseDate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Grade,
        CategoryCode,
        Attachments,
        outcome == Domain.Policy.Outcome.Unfounded ? Unfounded : null,
        outcome == Domain.Policy.Outcome.Solved ? Unshown : null);
}
