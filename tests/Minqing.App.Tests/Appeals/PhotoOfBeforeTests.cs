using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Tests.Media;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>How it was before is shown by whoever reported or came to look, not by a result that was sent back.</summary>
public sealed class PhotoOfBeforeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-20")]
    public async Task A_photo_of_a_result_that_was_sent_back_does_not_show_how_it_was_before(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "A1" });
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(async u => await u.RunAsync(secretary, id, await SolvedAsync("没有先拍"), null, Ct));
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await town.RunAsync<RejectResult, StepDone>(u => u.RunAsync(centre, id, RejectionKind.Substance, null, "还有坑", null, Ct));

        Assert.Equal(new NoPhotoOfBefore(), await town.RefusedAsync<FinishAppeal, StepDone>(async u => await u.RunAsync(secretary, id, await SolvedAsync(null), null, Ct)));

        async Task<Finishing> SolvedAsync(string? unshown) =>
            new("路面补好了。", "铺了沥青", Outcome.Solved, Evidence: [(await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value]) { Unshown = unshown };
    }
}
