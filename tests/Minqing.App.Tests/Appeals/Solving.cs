using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Handling;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Appeals;

/// <summary>The plain way of an appeal of the village: called, signed, solved, checked, asked.</summary>
internal static class Solving
{
    private static readonly Finishing Solved = new("夜间不再响。", "上门协调", Outcome.Solved);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task CalledAsync(this Town town, AppealId id) =>
        await town.RunAsync<RecordCall, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, CallOutcome.Reached, null, null, Ct));

    public static async Task SignedAsync(this Town town, AppealId id) =>
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, null, Ct));

    /// <summary>The village finishes it, and the town finds it so.</summary>
    public static async Task FinishedAsync(this Town town, AppealId id, Finishing? result = null)
    {
        await town.RunAsync<FinishAppeal, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, result ?? Solved, null, Ct));
        await town.RunAsync<PassCheck, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), id, null, null, Ct));
    }

    /// <summary>All until the desk asks the reporter.</summary>
    public static async Task ClosedAsync(this Town town, AppealId id, Finishing? result = null)
    {
        await town.CalledAsync(id);
        await town.SignedAsync(id);
        await town.FinishedAsync(id, result);
    }

    /// <summary>All until the reporter is satisfied.</summary>
    public static async Task SettledAsync(this Town town, AppealId id)
    {
        await town.ClosedAsync(id);
        await town.RunAsync<RecordFollowUp, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.FollowUpDesk, SmallCity.County), id, null, new(CallOutcome.Reached, 1, 1, 1), null, null, Ct));
    }
}
