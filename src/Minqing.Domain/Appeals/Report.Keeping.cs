using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// In which appeals it is worked on (I-32, I-34), and who may not make the first contact: anybody but one desk where few may know, nobody whom it is about (I-31, P-12).
public sealed partial class Report
{
    /// <summary>It goes with its appeal into another one, or out of it again.</summary>
    internal void WorkIn(AppealId from, AppealId to, Step step, By by)
    {
        if (Worked == from)
        {
            Take(step.Name(), by, [], [new ReportMoved(from, to)]);
        }
    }

    /// <summary>The part of it in which it was worked on ended, and another goes on: what is between the reporter and us is done there.</summary>
    /// <param name="ended">The step that ended it.</param>
    public void GoOn(AppealId from, AppealId to, StepTaken ended)
    {
        if (Worked == from)
        {
            Take(ended.Step, ended.By, [], [new ReportMoved(from, to)]);
        }
    }

    /// <summary>Tiers, desk and taker that others took the place of: those make the first contact.</summary>
    public void Succeed(Succession succession, By by)
    {
        List<string> ladder = [.. Ladder.Select(k => TurnKey.After(k, succession)).Distinct()];
        var (desk, taker) = (Desk is { } key ? TurnKey.After(key, succession) : null, TakenByPost is { } post ? succession.Of(post) : null);
        if (desk != Desk || taker != TakenByPost || !ladder.SequenceEqual(Ladder))
        {
            Take("contact-succeeded", by, [], [new ContactSucceeded(ladder, desk, taker)]);
        }
    }

    /// <summary>Few may know of it: one desk makes the first contact.</summary>
    internal void KeepTo(UnitId desk, Step step, By by)
    {
        if (Ladder.Count > 0 || Desk != TurnKey.Of(desk))
        {
            Take(step.Name(), by, [], [new ContactKept(TurnKey.Of(desk))]);
        }
    }

    /// <summary>These tiers are whom it is about: the next ones make the first contact.</summary>
    /// <param name="before">The desk as it was.</param>
    /// <param name="desk">Makes it where no tier is left, and where the desk was to make it that is whom it is about.</param>
    internal void Avoid(IReadOnlyCollection<string> tiers, UnitId before, UnitId desk, Step step, By by)
    {
        if (before != desk && Desk == TurnKey.Of(before))
        {
            Take(step.Name(), by, [], [new ContactKept(TurnKey.Of(desk))]);
            return;
        }

        if (!Ladder.Any(tiers.Contains))
        {
            return;
        }

        List<string> left = [.. Ladder.Where(rung => !tiers.Contains(rung))];
        Take(step.Name(), by, [], [left.Count > 0 ? new ContactAvoids(left, TakenByPost is { } taker && tiers.Contains(TurnKey.Of(taker))) : new ContactKept(TurnKey.Of(desk))]);
    }

    /// <summary>Why nothing can be taken from it; null when it can.</summary>
    internal Problem? NotSplittable => ErasedAt is not null ? new ReportErasedAlready() : WithdrawnAt is not null ? new WithdrawnAlready() : null;

    /// <summary>One matter of it is an appeal of its own from now on. The words of each part stay the reporter's.</summary>
    internal void TakeApart(AppealId from, AppealId part, Written words, Written? rest, IReadOnlyList<MediaId> media, By by) =>
        Take(Step.Split.Name(), by, rest is null ? [words] : [words, rest], [new ReportSplit(from, part, words.Id, rest?.Id, media)]);
}
