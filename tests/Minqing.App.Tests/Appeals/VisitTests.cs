using Minqing.App.Appeals;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Lists;
using Minqing.App.Tests.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class VisitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-17")]
    public async Task A_visit_says_who_was_there_what_was_found_and_how_far_from_the_place_the_photo_was_taken(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync(Town.Noise() with { Point = new(Photos.Lat + 0.001, Photos.Lon) });
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));

        Assert.Equal(new Missing("found"), await town.RefusedAsync<RecordVisit, StepDone>(u => u.RunAsync(secretary, id, null, "王秀兰", " ", [], null, Ct)));
        var photo = (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value;
        await town.RunAsync<RecordVisit, StepDone>(u => u.RunAsync(secretary, id, null, "王秀兰、店主", "冷库没有隔音", [photo], null, Ct));

        var view = await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(secretary, id, Ct));
        var entry = view.Story.Single(e => e.Fact<SiteVisited>() is not null);
        var visit = entry.Fact<SiteVisited>()!;
        Assert.Equal(("王秀兰、店主", "冷库没有隔音"), (entry.Words(visit.Present), entry.Words(visit.Found)));
        Assert.Equal(photo, Assert.Single(visit.Evidence).Id.Value);
        Assert.InRange(visit.Metres!.Value, 105, 117);
        await town.SoundAsync();
    }
}
