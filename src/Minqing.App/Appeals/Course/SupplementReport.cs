using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Course;

/// <summary>The reporter adds words or photos.</summary>
public sealed class SupplementReport(Acting acting, BindMedia bind, IdentityVault vault)
{
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? text, IReadOnlyList<Guid>? attachments, string? key, CancellationToken ct) =>
        RunAsync(number, code, text, attachments, key, null, ct);

    /// <param name="part">Which part of it, by its number; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(string? number, string? code, string? text, IReadOnlyList<Guid>? attachments, string? key, int? part, CancellationToken ct)
    {
        var (words, ids) = (Writing.Optional(text), (attachments ?? []).Distinct().Select(id => new MediaId(id)).ToList());
        return acting.AsReporterAsync(number, code, Sending.Of(key, Step.Supplement, [text, $"{part}", .. ids.Select(id => id.Value.ToString())]), async d => words is null && ids.Count == 0 ? new Missing("text") : await AddAsync(d, words, ids, ct), part, ct);
    }

    private async Task<Problem?> AddAsync(Deed d, Written? words, List<MediaId> ids, CancellationToken ct)
    {
        var key = ids.Count > 0 ? await vault.KeyAsync(d.Report.Id, ct) : null;
        var bound = await bind.RunAsync(ids, d.Report.Subject, key, d.Report.KeepIdentity, MediaLimits.Of(d.Rules.Profile.Intake), ct);
        return bound.Problem ?? d.Report.Supplement(d.Appeal, words, [.. bound.Value.Select(m => m.Ref)], d.Hand, d.Rules);
    }
}
