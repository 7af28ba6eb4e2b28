using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Who judges an appeal in the second stage before it is given to anybody (H-14).</summary>
public static class JudgingUnits
{
    /// <summary>The units that the profile names and that serve the place.</summary>
    public static IReadOnlyList<ServingUnit> Of(Responsibility where, Profile profile) =>
        [.. where.Units.Where(u => profile.Screening?.Judges.Any(j => LeadUnits.Sought(where, profile, j)?.Unit == u.Id) == true)];

    /// <summary>Those that are waited for in its second stage: one in which nobody is who may, or that it is about, will never say anything.</summary>
    public static async Task<IReadOnlyList<ServingUnit>> JudgesAsync(this MinqingDb db, Appeal appeal, Responsibility where, Rules rules, DateTime now, CancellationToken ct)
    {
        IReadOnlyList<ServingUnit> judges = appeal.Stage == Stage.Dispatching ? [.. Of(where, rules.Profile).Where(u => !appeal.IsAbout(u.Id))] : [];
        var vacant = await db.VacantAsync([.. judges.Select(j => (j.Id, rules.Workflow.RolesOf(Step.Triage)))], now, ct);
        return [.. judges.Where(j => !vacant.Contains(j.Id))];
    }
}
