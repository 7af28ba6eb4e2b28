using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Administration.Rules;

/// <summary>The rules in force, and what a check of their folder finds now.</summary>
public sealed class ReadRules(Profile profile, Settings settings)
{
    public Task<Result<RulesNow>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<Result<RulesNow>>(
            viewer.May(Permission.SeeOperations) ? new RulesNow(profile, Profiles.Check(settings.Profile)) : new NotForYou(Permission.SeeOperations));
    }
}

/// <summary>The rules in force, and their folder as it is now.</summary>
public sealed record RulesNow(Profile InForce, ProfileReport Folder)
{
    /// <summary>The folder was changed since the start: its rules count from the next start on.</summary>
    public bool Changed => Folder.Profile is { } now && now.Version != InForce.Version;
}
