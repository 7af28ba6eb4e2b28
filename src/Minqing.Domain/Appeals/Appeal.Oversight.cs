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

    /// <summary>The post of the leader who answers for it, since it started again at the topmost level.</summary>
    public PostId? Leader { get; private set; }

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
    public Problem? SampleReopen(Written reason, LevelUnit? above, Hand hand, Rules rules, PostId? leader = null)
    {
        var chosen = Choose(Step.SampleReopen, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        var up = GoesUp(rules, above);
        Take(Step.SampleReopen.Name(), chosen.Value, [reason],
        [
            new SampledUndone(reason.Id),
            .. End(ClockKind.FollowUp, hand.At),
            .. End(ClockKind.Promise, hand.At),
            .. Begin(RoundReason.CitySample, up ? above! : Again(above), rules, hand.At),
            .. NamedAtTop(rules, above, leader),
        ]);
        return null;
    }

    /// <summary>The city looked at it and found it well done. Whoever may start it again may say so.</summary>
    public Problem? PassSample(Written? words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.SampleReopen, hand, rules);
        if ((chosen.Problem ?? (HandledBy(hand.Person) ? new OwnResult() : null)) is { } no)
        {
            return no;
        }

        Take("sample-passed", chosen.Value, [.. Texts(words)], [new SamplePassed(Round, words?.Id)]);
        return null;
    }

    // Where it would go up and there is nothing above, it stays and a leader is named.
    private LeaderNamed[] NamedAtTop(Rules rules, LevelUnit? above, PostId? leader) =>
        rules.Profile.FollowUp.RestartUp && above is null && !Disclosure && leader is { } post ? [new LeaderNamed(post)] : [];

    /// <summary>Rates the handling, apart from the reporter's rating.</summary>
    public Problem? RateHandling(int rating, Written? words, Hand hand, Rules rules)
    {
        var evaluation = new Evaluation(rating, words);
        if (NotRateable(evaluation, hand, rules) is { } no)
        {
            return no;
        }

        Take(Step.RateHandling.Name(), Choose(Step.RateHandling, hand, rules).Value, [.. Texts(evaluation.Words)], Rated(evaluation));
        return null;
    }

    /// <summary>Whether something came of it that can be rated.</summary>
    public bool Rateable => Stage is Stage.Checking or Stage.FollowingUp or Stage.Settled;

    /// <summary>Whoever put it on a list and takes what came of it rates the handling: their list gives them the right, whatever the flow says.</summary>
    public Problem? RateListed(int rating, Written? words, By by)
    {
        if ((rating is < 1 or > 5 ? new NotARating("rating") : HandledBy(by.Actor.Person) ? new OwnResult() : (Problem?)null) is { } no)
        {
            return no;
        }

        Take(Step.RateHandling.Name(), by, [.. Texts(words)], Rated(new(rating, words)));
        return null;
    }

    private Problem? NotRateable(Evaluation? evaluation, Hand hand, Rules rules) => evaluation is null ? null
        : Choose(Step.RateHandling, hand, rules).Problem
            ?? (evaluation.Rating is < 1 or > 5 ? new NotARating("rating") : null)
            ?? (Problem?)(HandledBy(hand.Person) ? new OwnResult() : null);

    private HandlingRated[] Rated(Evaluation? evaluation) => evaluation is null ? [] : [new(ratings.Count + 1, Round, evaluation.Rating, evaluation.Words?.Id)];
}
