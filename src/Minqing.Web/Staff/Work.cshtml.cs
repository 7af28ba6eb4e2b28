using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.App.Notices;
using Minqing.App.Supervision.Reconciling;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>"What must I do today?": what runs out first comes first (D-08).</summary>
public sealed class WorkModel(ListMine list, CountUnread count, ListUnconfirmed unconfirmed) : StaffPage
{
    /// <summary>The filter: a kind of turn, as the address spells it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Those whose time stands still, instead of all others (D-05).</summary>
    [BindProperty(SupportsGet = true)]
    public bool Stopped { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Whether there is anything to look for: a few rows are seen at a glance.</summary>
    public bool IsLong => List.Open + List.Stopped > 5 || Q is { Length: > 0 };

    public Finder Find => new("/work", Q, ("kind", Only?.Name()), ("stopped", Stopped ? "true" : null));

    public MyList List { get; private set; } = null!;

    public TurnKind? Only => Kind is { } kind ? Kebab.Parse<TurnKind>(kind) : null;

    public IReadOnlyList<Stat> Counts =>
    [
        new(List.Open, "要办的"),
        new(List.Late, "已超时", Alert: Alert.Red),
        new(List.Today, "今天到期", Alert: Alert.Yellow),
    ];

    public IReadOnlyList<Chip> Filters =>
    [
        new("全部", "/work", Only is null && !Stopped),
        .. Enum.GetValues<TurnKind>().Where(k => Only == k || List.Kinds.ContainsKey(k)).Select(k => new Chip(Words.Say($"staff.kind.{k.Name()}"), $"/work?kind={k.Name()}", Only == k, List.Kinds.GetValueOrDefault(k))),
        .. List.Stopped > 0 || Stopped ? (Chip[])[new("已挂起", "/work?stopped=true", Stopped, List.Stopped)] : [],
    ];

    public string? Next => List.Page.Next is { } next ? Find.With(("after", next)) : null;

    /// <summary>Notices not read yet.</summary>
    public int Unread { get; private set; }

    /// <summary>The unit's lists of the week that nobody has confirmed yet (H-32).</summary>
    public IReadOnlyList<UnconfirmedList> Unconfirmed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        (List, Unread, Unconfirmed) = (await list.RunAsync(Viewer, Only, Q, Stopped, After, ct), await count.RunAsync(Viewer, ct), After is null ? await unconfirmed.RunAsync(Viewer, ct) : []);

    /// <summary>Where the row's step is taken: a call-back at the desk, everything else on the appeal.</summary>
    public string PlaceOf(TurnRow row) => row.Kind switch
    {
        TurnKind.FollowUp when Viewer.May(Permission.FollowUp) => $"/followups/{row.Appeal.Value}",
        TurnKind.AnswerInstruction or TurnKind.ReadInstruction => "/instructions?which=to-me",
        TurnKind.JudgeAnswer => "/instructions?which=given",
        _ => $"/appeals/{row.Appeal.Value}",
    };

    /// <summary>What else of it is the viewer's to do, in words.</summary>
    public static string AlsoOf(TurnRow row) => string.Join('、', row.Also.Select(k => Words.Say($"staff.next.{k.Name()}")));

    /// <summary>The next step as a word: whoever took it calls, whoever has not takes.</summary>
    public static string NextOf(TurnRow row) =>
        Words.Say($"staff.next.{(row.Kind == TurnKind.FirstCall && row.Key.StartsWith("tier", StringComparison.Ordinal) ? "take" : row.Kind.Name())}");
}
