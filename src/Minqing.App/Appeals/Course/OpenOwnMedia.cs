using Minqing.App.Media;
using Minqing.Domain.Kernel;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter sees their own photos and hears their own voice, whoever else may not.</summary>
public sealed class OpenOwnMedia(ReporterEntry entry, IdentityVault vault, OpenMedia open)
{
    public async Task<Result<OpenedMedia>> RunAsync(string? number, string? code, MediaId id, MediaRole role, CancellationToken ct)
    {
        var let = await entry.RunAsync(number, code, ct);
        return let.Problem is { } no ? no : await open.RunAsync(new(SubjectKind.Report, let.Value.Value), id, role, await vault.KeyAsync(let.Value, ct), ct);
    }
}
