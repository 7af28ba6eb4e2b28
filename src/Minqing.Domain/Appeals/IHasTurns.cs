namespace Minqing.Domain.Appeals;

/// <summary>A subject that waits for somebody's move: a report, an appeal, an instruction.</summary>
public interface IHasTurns
{
    IReadOnlyList<Turn> Turns { get; }
}
