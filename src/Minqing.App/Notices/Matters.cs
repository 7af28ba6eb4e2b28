using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Reads what decides who is told of a report or an appeal.</summary>
public sealed class Matters(MinqingDb db)
{
    /// <summary>Null for any other subject.</summary>
    /// <param name="about">Of a report that was split, the appeal that it is about.</param>
    public async Task<Matter?> OfAsync(Subject subject, AppealId? about, CancellationToken ct) => subject.Kind switch
    {
        SubjectKind.Report => await OfReportAsync(new(subject.Id), about, ct),
        SubjectKind.Appeal => await OfAppealAsync(new(subject.Id), [], [], false, ct),
        SubjectKind.Instruction => await OfInstructionAsync(new(subject.Id), ct),
        _ => null,
    };

    private async Task<Matter?> OfInstructionAsync(InstructionId id, CancellationToken ct) =>
        await db.Instructions.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is { } instruction && await OfAppealAsync(instruction.Appeal, [], [instruction.Key], false, ct) is { } matter
            ? matter with { Instructor = TurnKey.Of(instruction.Author) }
            : null;

    private async Task<Matter?> OfReportAsync(ReportId id, AppealId? about, CancellationToken ct)
    {
        var report = await db.Reports.AsNoTracking().Where(r => r.Id == id)
            .Select(r => new { r.Ladder, r.Rungs, Desk = r.Desk, r.TakenByPost, r.Worked }).FirstOrDefaultAsync(ct);
        if (report is null)
        {
            return null;
        }

        IReadOnlyList<string> callers = (report.Desk, report.TakenByPost) switch
        {
            ({ } desk, _) => [desk],
            (null, { } post) => [TurnKey.Of(post)],
            (null, null) => [.. report.Ladder.Take(report.Rungs)],
        };
        return await OfAppealAsync(about ?? report.Worked, report.Ladder, callers, report.Desk is not null, ct);
    }

    private async Task<Matter?> OfAppealAsync(AppealId id, IReadOnlyList<string> ladder, IReadOnlyList<string> callers, bool deskCalls, CancellationToken ct) =>
        await db.Appeals.AsNoTracking().Where(a => a.Id == id).Select(a => new
        {
            a.Path,
            a.Address,
            a.Lead,
            a.Desk,
            a.Category,
            a.Screener,
            a.Sensitive,
            a.Intent,
            a.Targets,
            a.Urgency,
            Orders = a.Orders.OrderBy(o => o.No).Select(o => new { o.Unit, o.Role, o.Issuer }).ToList(),
        }).FirstOrDefaultAsync(ct) is { } a
            ? new(id, a.Path, a.Address, a.Lead, a.Desk, ladder, callers, deskCalls, a.Category)
            {
                Urgency = a.Urgency,
                With = a.Lead ?? a.Orders.Where(o => o.Role == OrderRole.Lead).Select(o => (UnitId?)o.Unit).LastOrDefault() ?? a.Screener,
                Targets = [.. a.Targets],
                Sensitive = a.Sensitive,
                Disclosure = a.Sensitive && a.Intent == Intent.Disclosure,
                Outside = a.Orders.Where(o => o is { Role: OrderRole.External, Issuer: not null }).GroupBy(o => o.Unit, (unit, given) => (unit, given.Last().Issuer)).ToDictionary(o => o.unit, o => o.Issuer!.Value),
                Handlers = [.. a.Orders.Select(o => o.Unit).Distinct()],
            }
            : null;
}
