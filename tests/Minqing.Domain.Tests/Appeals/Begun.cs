using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>Scenes that have come some way. They begin on Monday 2 March 2026, nine in the morning.</summary>
internal static class Begun
{
    public static Scene Reported(string category = "C4", bool keep = false, bool phone = true, string at = "2026-03-02 09:00", int level = 1) =>
        new(CityRules.Rules, China.At(at), category, keep, phone, level);

    /// <summary>Called and signed for.</summary>
    public static Scene Working(string category = "C4")
    {
        var scene = Reported(category);
        scene.Done(scene.Call(Secretary), scene.Sign(Secretary));
        return scene;
    }

    public static Scene Submitted(Outcome outcome = Outcome.Solved, string? promised = null)
    {
        var scene = Working();
        scene.Done(scene.Finish(Secretary, outcome, promised: promised));
        return scene;
    }

    public static Scene Closed(Outcome outcome = Outcome.Solved, string? promised = null)
    {
        var scene = Submitted(outcome, promised);
        scene.Done(scene.Pass(TownCentre));
        return scene;
    }

    public static Scene Settled(Outcome outcome = Outcome.Solved, string? promised = null)
    {
        var scene = Closed(outcome, promised);
        scene.Done(scene.FollowUp(Desk, 2));
        return scene;
    }

    /// <summary>Sent up <paramref name="times"/> and sent back as often.</summary>
    public static Scene SentBack(int times)
    {
        var scene = Working();
        for (var i = 0; i < times; i++)
        {
            scene.Done(scene.Raise(Secretary), scene.SendBack(TownCentre));
        }

        return scene;
    }

    /// <summary>The lead finishes and the level above accepts, wherever it is.</summary>
    public static void CloseAgain(this Scene scene)
    {
        var (lead, checker) = scene.Appeal.Level switch
        {
            1 => (Secretary, TownCentre),
            2 => (TownCentre, CountyCentre),
            3 => (CountyCentre, CityCentre),
            _ => (CityCentre, OtherOfCityCentre),
        };
        scene.Done(scene.Sign(lead), scene.Finish(lead), scene.Pass(checker));
    }

    public static void Done(this Scene scene, params Domain.Kernel.Problem?[] steps) => Assert.All(steps, Assert.Null);

    public static void WaitTo(this Scene scene, string local) => scene.Wait(China.At(local));
}
