using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// From above and beside: urged, sampled, rated (S-04, H-23, H-28).
public sealed partial class Appeal
{
    private readonly List<HandlingRating> ratings = [];

    /// <summary>How those who instructed, listed or checked it rate the handling.</summary>
    public IReadOnlyList<HandlingRating> HandlingRatings => ratings;

    public int UrgesFromAbove { get; private set; }

    /// <summary>Somebody above or beside urges whoever has it, also before the limit.</summary>
    public Problem? UrgeUnit(Written words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.UrgeUnit, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        Take(Step.UrgeUnit.Name(), chosen.Value, [words], [new UnitUrged(UrgesFromAbove + 1, words.Id)]);
        return null;
    }

    /// <summary>The city's sample finds it not done: it starts again directly, one level up where the profile says so.</summary>
    public Problem? SampleReopen(Written reason, LevelUnit? above, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.SampleReopen, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        var up = rules.Profile.FollowUp.RestartUp && above is not null && !IsTarget(above.Unit);
        Take(Step.SampleReopen.Name(), chosen.Value, [reason],
        [
            new SampledUndone(reason.Id),
            .. End(ClockKind.FollowUp, hand.At),
            .. End(ClockKind.Promise, hand.At),
            .. Begin(RoundReason.CitySample, up ? above! : new(Level, Lead!.Value), rules, hand.At),
        ]);
        return null;
    }

    /// <summary>Rates the handling, apart from the reporter's rating.</summary>
    public Problem? RateHandling(int rating, Written? words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.RateHandling, hand, rules);
        var problem = chosen.Problem
            ?? (rating is < 1 or > 5 ? new NotARating("rating") : null)
            ?? (Problem?)(HandledBy(hand.Person) ? new OwnResult() : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.RateHandling.Name(), chosen.Value, [.. Texts(words)], [new HandlingRated(ratings.Count + 1, Round, rating, words?.Id)]);
        return null;
    }
}
