using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>What one unit is to do or answer: a measure, a question, an item of a list, a decision of a meeting.</summary>
public sealed class DocketTask
{
    private DocketTask()
    {
    }

    internal DocketTask(DocketTaskSet fact, By by) =>
        (No, Unit, Requirement, Clock, SetAt, SetBy) = (fact.No, fact.Unit, fact.Requirement, fact.Clock, by.At, by.Actor.Person);

    public int No { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>What is to be done (a text).</summary>
    public Guid Requirement { get; private set; }

    /// <summary>The number of its clock.</summary>
    public int Clock { get; private set; }

    public DateTime SetAt { get; private set; }

    public PersonId? SetBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>What was done (a text).</summary>
    public Guid? Answer { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public int Returns { get; private set; }

    internal void Succeed(DocketSucceeded fact) => Unit = Unit == fact.From ? fact.To : Unit;

    internal void Answered(DocketTaskAnswered fact, By by) => (Answer, AnsweredAt, AnsweredBy) = (fact.Words, by.At, by.Actor.Person);

    internal void Accepted(By by) => DoneAt = by.At;

    internal void Returned() => (AnsweredAt, Returns) = (null, Returns + 1);
}
