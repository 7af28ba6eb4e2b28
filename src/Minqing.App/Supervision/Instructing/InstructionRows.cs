using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Instructing;

/// <summary>Instructions as lines of a list, with the words and names that they refer to.</summary>
public sealed class InstructionRows(MinqingDb db)
{
    public async Task<IReadOnlyList<InstructionRow>> OfAsync(IReadOnlyList<Instruction> instructions, CancellationToken ct)
    {
        var texts = instructions.Select(i => i.Words).ToList();
        var (units, people) = (instructions.Select(i => i.ToUnit).OfType<UnitId>().Distinct().ToList(), instructions.Select(i => i.GivenBy).Distinct().ToList());
        var posts = instructions.Select(i => i.ToPost).OfType<PostId>().Distinct().ToList();
        var words = await db.Texts.AsNoTracking().Where(t => texts.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var leaders = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var holders = await (from post in db.Posts.AsNoTracking() where posts.Contains(post.Id) join unit in db.Units on post.Unit equals unit.Id select new { post.Id, post.Role, unit.Name }).ToDictionaryAsync(p => p.Id, ct);
        return [.. instructions.Select(i => new InstructionRow(
            i.Id, i.Appeal, words.GetValueOrDefault(i.Words), leaders.GetValueOrDefault(i.GivenBy) ?? "", i.AuthorRole,
            i.ToUnit is { } unit ? names.GetValueOrDefault(unit) ?? "" : holders.GetValueOrDefault(i.ToPost!.Value)?.Name ?? "", i.ToPost is { } post ? holders.GetValueOrDefault(post)?.Role : null,
            i.State, i.AnswerDue, i.GivenAt, i.DueAt, i.MissedAt, i.DoneAt, i.AnsweredAt))];
    }
}

/// <summary>One line: who instructed whom, in what words, until when, how far it is.</summary>
/// <param name="To">The unit it went to, or that of the post.</param>
public sealed record InstructionRow(
    InstructionId Id, AppealId Appeal, string? Words, string Leader, Role LeaderRole, string To, Role? ToRole,
    InstructionState State, bool AnswerDue, DateTime GivenAt, DateTime DueAt, DateTime? MissedAt, DateTime? DoneAt, DateTime? AnsweredAt);
