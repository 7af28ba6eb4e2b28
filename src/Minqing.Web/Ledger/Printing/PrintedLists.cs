using System.Globalization;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Appeals.Lists;
using Minqing.App.Supervision;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Supervision.Reconciling;
using Minqing.App.Supervision.Sampling;
using Minqing.App.Supervision.Signs;
using Minqing.App.Supervision.Watching;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Oversight;
using Minqing.Web.Texts;

namespace Minqing.Web.Ledger.Printing;

/// <summary>Every list as a paper form: declared once, with the same question as its page asks.</summary>
public sealed class PrintedLists(IServiceProvider uses, Profile profile)
{
    private const string Purged = "（内容已删除）";

    /// <summary>Null for the ledger, which has a form of its own.</summary>
    internal PrintedList? Of(FilteredList list) => list switch
    {
        FilteredList.Ledger => null,
        FilteredList.Work => new("待办清单", [("要做什么", 12), .. Matter, ("第几次办理", 10)], async a => Leaf((await Use<ListMine>().RunAsync(a.Viewer, a.Code<TurnKind>("kind"), a.Search, a.Is("stopped"), a.After, a.Ct)).Page, Work)),
        FilteredList.Followups => new("待回访清单", [("要做什么", 12), .. Matter, ("第几次办理", 10)], async a => a.Viewer.May(Permission.SeeFollowUps)
            ? Leaf((await Use<ListMine>().RunAsync(a.Viewer, TurnKind.FollowUp, a.Search, false, a.After, a.Ct)).Page, Work) : new NotForYou(Permission.SeeFollowUps)),
        FilteredList.Dispatch => new("派单台清单", [("要定什么", 14), ("内容", 46), ("地点", 24), ("类别", 15), ("期限", 17), ("从什么时候等", 17)], async a => a.Viewer.May(Permission.Dispatch) || a.Viewer.May(Permission.Triage)
            ? await DispatchAsync(a) : new NotForYou(Permission.Dispatch)),
        FilteredList.Watch => new("重点关注清单", [("为什么", 16), ("内容", 46), ("地点", 24), ("类别", 15), ("环节", 9), ("承办单位", 20), ("期限", 17), ("反映时间", 17), ("已催", 6)], WatchAsync),
        FilteredList.Late => new("超期清单", [("该做什么", 14), .. Matter, ("在谁手里", 22)], LateAsync),
        FilteredList.Instructions => new("批示清单", [("批示内容", 46), ("谁批示", 18), ("批给谁", 22), ("批示时间", 17), ("期限", 17), ("状态", 12), ("办结时间", 17)], InstructionsAsync),
        FilteredList.Signs => new("虚假办结线索清单", [("线索", 22), ("地点", 24), ("承办单位", 20), ("第几次办理", 10), ("发现时间", 17)], SignsAsync),
        FilteredList.Samples => new("办结抽查清单", [("内容", 46), ("地点", 24), ("办理结果", 12), ("承办单位", 20), ("第几次办理", 10), ("抽中时间", 17)], SamplesAsync),
        FilteredList.Oversight => new("督办清单", [("类别", 12), ("题目", 40), ("地方", 20), ("状态", 12), ("谁负责", 18), ("任务", 8), ("还差", 8), ("立项时间", 17), ("期限", 17)], DocketsAsync),
        FilteredList.Reconciliations => new("周对账清单", [("单位", 26), ("在办", 8), ("超期", 8), ("退回", 8), ("挂起", 8), ("协办", 8), ("异议", 8), ("状态", 14), ("核对期限", 17), ("核对时间", 17)], ReconciliationsAsync),
        FilteredList.Events => new("群发事件清单", [("名称", 30), ("地方", 20), ("类别", 15), ("从什么时候", 17), ("人数", 8), ("件数", 8), ("在办", 8), ("统一答复", 17), ("结束", 17)], EventsAsync),
        FilteredList.Remit => new("联系的诉求清单", [("编号", 20), ("受理时间", 17), ("地点", 24), ("内容", 46), ("类别", 15), ("承办单位", 22), ("期限", 17), ("环节", 9), ("办结时间", 17)], RemitAsync),
    };

    private static IReadOnlyList<(string, int)> Matter { get; } = [("内容", 46), ("地点", 24), ("类别", 15), ("期限", 17), ("受理时间", 17)];

    // Only one kind of work has pages: where none was asked for each is read to its end, one behind the other.
    private async Task<Result<ListLeaf>> DispatchAsync(ListAsked a)
    {
        var (asked, behind) = (a.Code<DispatchWork>("work"), a.After?.Split(' ', 2) ?? []);
        var work = asked ?? (behind is [var code, _] ? Kebab.Parse<DispatchWork>(code) : null) ?? ListDispatch.InOrder[0];
        var read = await Use<ListDispatch>().RunAsync(a.Viewer, work, a.Search, asked is null && behind is [_, var rest] ? rest : a.After, a.Ct);
        var then = ListDispatch.InOrder.SkipWhile(w => w != work).Skip(1).Select(w => (DispatchWork?)w).FirstOrDefault();
        var next = asked is not null ? read.Next : read.Next is { } more ? $"{work.Name()} {more}" : then is { } other ? $"{other.Name()} " : null;
        return new ListLeaf([.. read.Rows.Select(r => (IReadOnlyList<string>)[Words.Say($"staff.dispatch.{r.Work.Name()}"), Said(r.Words), r.Address, Kind(r.Category), Time(r.DueAt), Time(r.StartAt)])], next);
    }

    private async Task<Result<ListLeaf>> WatchAsync(ListAsked a)
    {
        var only = a.Part("kind") == "grave" ? WatchList.GraveOnes : a.Code<Concern>("kind") ?? Concern.None;
        var read = await Use<ListWatched>().RunAsync(a.Viewer, only, a.Search, a.After, a.Ct);
        return read.Problem is { } no ? no : new ListLeaf([.. read.Value.Rows.Select(r => (IReadOnlyList<string>)
            [string.Join('、', r.Why.Select(w => Words.Say($"watch.{w.Name()}"))), Said(r.Words), r.Address, Kind(r.Category), LedgerWords.Of(r.Stage), r.Lead ?? "", Time(r.DueAt), Time(r.ReceivedAt), Text(r.Urges)])], read.Value.Next);
    }

    private async Task<Result<ListLeaf>> LateAsync(ListAsked a)
    {
        if (!a.Viewer.May(Permission.SeeLeaderView))
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var read = await Use<ListLate>().RunAsync(a.Viewer, null, a.Search, a.After, a.Ct);
        return Leaf(read.Page, r =>
            [Words.Say($"leader.what.{r.Kind.Name()}"), .. Line(r), read.Holders.GetValueOrDefault(r.Key) ?? Words.Say(r.Key.StartsWith("tier1", StringComparison.Ordinal) ? "leader.first-tier" : "leader.tier")]);
    }

    private async Task<Result<ListLeaf>> InstructionsAsync(ListAsked a)
    {
        var read = await Use<ListInstructions>().RunAsync(a.Viewer, Which(a), a.Is("done"), a.Search, a.After, a.Ct);
        return new ListLeaf([.. read.Rows.Select(r => (IReadOnlyList<string>)[Said(r.Words), InstructionWords.Leader(r), InstructionWords.To(r), Time(r.GivenAt), Time(r.DueAt), InstructionWords.Of(r.State), Time(r.DoneAt)])], read.Next);
    }

    // As on the page: what may not be asked is not, and who gives none begins with those given to them.
    private static InstructionList Which(ListAsked a) => a.Code<InstructionList>("which") switch
    {
        InstructionList.Area when a.Viewer.May(Permission.SeeInstructions) => InstructionList.Area,
        InstructionList.ToMe => InstructionList.ToMe,
        _ => a.Viewer.May(Permission.Instruct) ? InstructionList.Given : InstructionList.ToMe,
    };

    private async Task<Result<ListLeaf>> SignsAsync(ListAsked a)
    {
        if (!a.Viewer.May(Permission.SeeLeaderView))
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var read = await Use<ListSigns>().RunAsync(a.Viewer, a.Search, a.After, a.Ct);
        return new ListLeaf([.. read.Rows.Select(r => (IReadOnlyList<string>)[Words.Say($"sign.{r.Sign.Name()}"), r.Address, r.Lead ?? "", Text(r.Round), Time(r.FoundAt)])], read.Next);
    }

    private async Task<Result<ListLeaf>> SamplesAsync(ListAsked a)
    {
        if (!a.Viewer.May(Permission.SeeSamples))
        {
            return new NotForYou(Permission.SeeSamples);
        }

        var read = await Use<ListSamples>().RunAsync(a.Viewer, a.Search, a.After, a.Ct);
        return new ListLeaf([.. read.Rows.Select(r => (IReadOnlyList<string>)[Said(r.Words), r.Address, r.Outcome is { } outcome ? LedgerWords.Of(outcome) : "", r.Lead ?? "", Text(r.Round), Time(r.DrawnAt)])], read.Next);
    }

    private async Task<Result<ListLeaf>> DocketsAsync(ListAsked a)
    {
        var read = await Use<ListDockets>().RunAsync(a.Viewer, a.Code<DocketKind>("kind"), a.Is("over"), a.Is("mine"), a.Search, a.After, a.Ct);
        return new ListLeaf([.. read.Rows.Select(r => (IReadOnlyList<string>)
            [DocketWords.Of(r.Kind), PersonalData.Masked(r.Title) ?? Purged, r.Place ?? "", DocketWords.Of(r.State, r.Kind), r.Owner ?? "", Text(r.Tasks), Text(r.Undone), Time(r.OpenedAt), Time(r.DueAt)])], read.Next);
    }

    private async Task<Result<ListLeaf>> ReconciliationsAsync(ListAsked a)
    {
        var (list, state) = (Use<ListReconciliations>(), a.Code<ReconciliationState>("state"));
        var read = await list.RunAsync(a.Viewer, null, state, a.Search, a.Ct);
        if (read is { Ok: true, Value: var newest } && DateOnly.TryParseExact(a.Part("week"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && newest.Weeks.FirstOrDefault(w => LocalTime.DayOf(w) == day) is var week && week != default)
        {
            read = await list.RunAsync(a.Viewer, week, state, a.Search, a.Ct);
        }

        return read.Problem is { } no ? no : new ListLeaf([.. (read.Value.Lists > 0 ? read.Value.Rows : read.Value.Own).Select(r => (IReadOnlyList<string>)
            [r.Unit, Text(r.Open), Text(r.Late), Text(r.Returned), Text(r.Suspended), Text(r.Beside), Text(r.Objections), ReconciliationsModel.Name(r.State), Time(r.DueAt), Time(r.ConfirmedAt)])], null);
    }

    private async Task<Result<ListLeaf>> EventsAsync(ListAsked a)
    {
        var read = await Use<ListEvents>().RunAsync(a.Viewer, a.Search, a.After, a.Ct);
        return read.Problem is { } no ? no : new ListLeaf([.. read.Value.Rows.Select(r => (IReadOnlyList<string>)
            [r.Event.Name, r.Place, r.Category, Time(r.Event.Since), Text(r.Reports), Text(r.Appeals), Text(r.Open), Time(r.Event.AnsweredAt), Time(r.Event.EndedAt)])], read.Value.Next);
    }

    private async Task<Result<ListLeaf>> RemitAsync(ListAsked a)
    {
        var filter = LedgerFilter.Read(a.Part);
        var read = filter.Problem is { } unclear ? unclear : await Use<ListRemit>().RunAsync(a.Viewer, filter.Value, a.After, a.Ct);
        return read.Problem is { } no ? no : new ListLeaf([.. read.Value.Rows.Select(r => (IReadOnlyList<string>)
            [r.Number, Time(r.ReceivedAt), r.Address, Said(r.Words), Kind(r.Category), LedgerWords.Units(r), Time(r.DueAt), LedgerWords.Of(r.Stage), Time(r.ClosedAt)])], read.Value.Next?.Text);
    }

    private static ListLeaf Leaf(TurnPage page, Func<TurnRow, IReadOnlyList<string>> line) => new([.. page.Rows.Select(line)], page.Next);

    private IReadOnlyList<string> Work(TurnRow r) => [Words.Say($"staff.kind.{r.Kind.Name()}"), .. Line(r), Text(r.Round)];

    private IEnumerable<string> Line(TurnRow r) => [Said(r.Words), r.Address, Kind(r.Category), Time(r.DueAt), Time(r.ReceivedAt)];

    private string Kind(string category) => profile.CategoryOf(category).Name;

    // What leaves as a file names nobody.
    private static string Said(string? words) => PersonalData.Masked(words) ?? Purged;

    private static string Time(DateTime? at) => at is { } known ? LocalTime.Of(known).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private T Use<T>()
        where T : notnull => uses.GetRequiredService<T>();
}
