using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Publicizing;

/// <summary>The beginning of a typical case, for somebody to write on: category, what was said and what was done, without anything of a person and without the address. The vault is not asked.</summary>
public sealed class DraftCase(MinqingDb db, FindAppeals find, Profile profile)
{
    public async Task<Result<CaseDraft>> RunAsync(Viewer viewer, string? number, CancellationToken ct)
    {
        if (!viewer.May(Permission.KeepPublicity))
        {
            return new NotForYou(Permission.KeepPublicity);
        }

        var found = await find.RunAsync(viewer, number, ct);
        if (found.Problem is { } problem)
        {
            return problem;
        }

        if (found.Value is not [var appeal])
        {
            return new Missing("appeal");
        }

        if (appeal.Sensitive || appeal.ClosedAt is null)
        {
            return new CaseNotUsable();
        }

        var last = appeal.Rounds.LastOrDefault(r => r.Result is not null);
        Guid[] texts = [appeal.Words, .. new[] { last?.Result, last?.Measures }.OfType<Guid>()];
        var words = await db.Texts.AsNoTracking().Where(t => texts.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        // Where it was is part of who it was.
        var parts = texts.Select(t => words.GetValueOrDefault(t)).OfType<string>().Select(w => PersonalData.Masked(appeal.Address.Length > 0 ? w.Replace(appeal.Address, "某处", StringComparison.Ordinal) : w));
        return new CaseDraft(profile.CategoryOf(appeal.Category).Name, string.Join("\n", parts));
    }
}

/// <summary>What a case may begin with.</summary>
public sealed record CaseDraft(string Title, string Words);
