using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>What came of asking the reporter: reached or not, and their ratings of attitude, speed and result apart, 1 (非常满意) to 5 (非常不满意). Not rated is null, never a default.</summary>
public sealed record Answer(CallOutcome Outcome, int? Attitude = null, int? Speed = null, int? Result = null, bool? SaysSolved = null, Written? Words = null)
{
    internal Problem? NotUsable(Step step)
    {
        if (Wrong(Attitude))
        {
            return new NotARating("attitude");
        }

        if (Wrong(Speed))
        {
            return new NotARating("speed");
        }

        return Wrong(Result) || (step == Step.Rate && Result is null) || (Outcome != CallOutcome.Reached && (Attitude ?? Speed ?? Result) is not null)
            ? new NotARating("result")
            : null;
    }

    private static bool Wrong(int? rating) => rating is < 1 or > 5;
}
