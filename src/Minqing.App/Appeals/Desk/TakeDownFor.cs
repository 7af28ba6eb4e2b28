using Minqing.App.Appeals.Intake;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Appeals.Desk;

/// <summary>A member of staff takes down what somebody says on the phone, at a window or at home, or what they see on a round (I-20 to I-22). It is a report like any other, and says who took it down.</summary>
public sealed class TakeDownFor(SubmitReport submit, FindPlace findPlace)
{
    public async Task<Result<Receipt>> RunAsync(Viewer viewer, string key, Submission said, CancellationToken ct)
    {
        if (Needed(said.Channel) is not { } permission || !viewer.May(permission))
        {
            return new TakingDownNotForYou();
        }

        var place = await findPlace.RunAsync(said with { Address = null }, ct);
        if (place.Problem is { } nowhere)
        {
            return nowhere;
        }

        if (viewer.PostFor(permission, place.Value.Path) is not { } post)
        {
            return new NotYourPlace();
        }

        return said is { Channel: Channel.Window or Channel.HomeVisit, Consent: null }
            ? new ConsentMissing()
            : await submit.RunAsync(key, As(said) with { TakenBy = viewer.As(post), Address = Within(place.Value, said) }, ct);
    }

    // Whoever chose the community and then says "3号楼" means the two together.
    private static string Within(Place place, Submission said)
    {
        var name = RegionName.Short(place.Address);
        return Writing.Line(said.Address) is not { } more ? name : more.StartsWith(name, StringComparison.Ordinal) ? more : $"{name} {more}";
    }

    private static Permission? Needed(Channel channel) => channel switch
    {
        Channel.Hotline => Permission.TakeDown,
        Channel.Window or Channel.HomeVisit or Channel.Patrol => Permission.TakeDownOutside,
        _ => null,
    };

    // On a round nobody reports, so there is nobody to keep or to call; only there is something put right at once.
    private static Submission As(Submission said) => said.Channel == Channel.Patrol
        ? said with { Phone = null, Name = null, Home = null, KeepIdentity = false, Consent = null }
        : said with { DoneOnSpot = null };
}

/// <summary>The viewer's posts do not take reports down in this way.</summary>
public sealed record TakingDownNotForYou : NotAllowed;

/// <summary>The place lies outside of the area for which the viewer takes reports down.</summary>
public sealed record NotYourPlace() : NotValid("regionCode");

/// <summary>It waited on a phone on which somebody else signed in meanwhile.</summary>
public sealed record WrittenBySomebodyElse : NotAllowed;

/// <summary>Who speaks for somebody says how that person agreed to it.</summary>
public sealed record ConsentMissing() : NotValid("consent");
