using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Supervision.Instructing;

/// <summary>Instructions: those I gave, those to me, those of my area that an office keeps an eye on; what is due first comes first (S-02).</summary>
public sealed class ListInstructions(MinqingDb db, InstructionRows rows)
{
    public const int PageSize = 50;
    private const int CountAtMost = 1000;

    private static readonly Seen<About> Seen = new(x => x.Appeal.Path, (x, unit) => x.Instruction.ToUnit == unit, x => x.Appeal.Category, x => x.Appeal.Sensitive);

    public Task<InstructionPage> RunAsync(Viewer viewer, InstructionList which, bool done, string? after, CancellationToken ct) => RunAsync(viewer, which, done, null, after, ct);

    /// <param name="search">Only what says this, or is about what lies there, or about what has this number; the counts are of all.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<InstructionPage> RunAsync(Viewer viewer, InstructionList which, bool done, string? search, string? after, CancellationToken ct)
    {
        var asked = Of(viewer, which);
        var open = asked.Where(i => i.DoneAt == null);
        var sought = Saying(asked, Search.Of(search));
        var list = sought.Where(i => i.DoneAt != null == done);
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new InstructionId(behind) is var last)
        {
            list = done ? list.Where(i => i.GivenAt <= at && (i.GivenAt < at || i.Id < last)) : list.Where(i => i.DueAt >= at && (i.DueAt > at || i.Id > last));
        }

        var found = await (done ? list.OrderByDescending(i => i.GivenAt).ThenByDescending(i => i.Id) : list.OrderBy(i => i.DueAt).ThenBy(i => i.Id)).Take(PageSize + 1).ToListAsync(ct);
        return new(
            await rows.OfAsync([.. found.Take(PageSize)], ct), found.Count > PageSize ? new Cursor(done ? found[PageSize - 1].GivenAt : found[PageSize - 1].DueAt, found[PageSize - 1].Id.Value).Text : null,
            await open.Select(i => i.Id).Take(CountAtMost).CountAsync(ct),
            await open.Where(i => i.MissedAt != null).Select(i => i.Id).Take(CountAtMost).CountAsync(ct),
            await open.Where(i => i.State == InstructionState.Answered).Select(i => i.Id).Take(CountAtMost).CountAsync(ct));
    }

    /// <summary>Those on one appeal that the viewer may see, newest first.</summary>
    public async Task<IReadOnlyList<InstructionRow>> RunAsync(Viewer viewer, AppealId appeal, CancellationToken ct)
    {
        var all = await HeardOf(viewer).Where(i => i.Appeal == appeal).OrderByDescending(i => i.GivenAt).Take(PageSize).ToListAsync(ct);
        return await rows.OfAsync([.. all.Where(i => InstructionSight.Sees(viewer, i))], ct);
    }

    private IQueryable<Instruction> Saying(IQueryable<Instruction> instructions, Search? search) => search switch
    {
        null => instructions,
        { Number: { } number } => instructions.Where(i => db.Numbered(number).Contains(i.Appeal)),
        { Text: var text } => instructions.Where(i => db.Texts.Any(t => t.Id == i.Words && t.Words!.Contains(text)) || db.Appeals.Any(a => a.Id == i.Appeal && a.Address.Contains(text))),
    };

    private IQueryable<Instruction> Of(Viewer viewer, InstructionList which)
    {
        var (posts, units) = (viewer.Posts.Select(p => p.Id).ToList(), viewer.Posts.Select(p => p.Unit).Distinct().ToList());
        var all = HeardOf(viewer);
        return which switch
        {
            InstructionList.Given => all.Where(i => posts.Contains(i.Author)),
            InstructionList.ToMe => all.Where(i => (i.ToPost != null && posts.Contains(i.ToPost.Value)) || (i.ToUnit != null && units.Contains(i.ToUnit.Value))),
            InstructionList.Area => all.Join(db.Appeals.SeenBy(db, viewer, sensitive: true), i => i.Appeal, a => a.Id, (i, a) => new About { Instruction = i, Appeal = a }).Within(viewer.Scope(Permission.SeeInstructions), Seen).Select(x => x.Instruction),
        };
    }

    // As InstructionSight: whom an appeal is about reads nowhere what is said of it.
    private IQueryable<Instruction> HeardOf(Viewer viewer) => db.Instructions.AsNoTracking().Where(i => db.Appeals.HeardOfBy(db, viewer).Any(a => a.Id == i.Appeal));

    private sealed class About
    {
        public required Instruction Instruction { get; init; }

        public required Appeal Appeal { get; init; }
    }
}

/// <summary>Which instructions.</summary>
public enum InstructionList
{
    Given,
    ToMe,

    /// <summary>All of the area.</summary>
    Area,
}

/// <summary>A page of instructions with the numbers of what is open; a number of 1000 means at least that many.</summary>
/// <param name="Answered">How many wait for the leader to accept the answer.</param>
public sealed record InstructionPage(IReadOnlyList<InstructionRow> Rows, string? Next, int Open, int Late, int Answered);
