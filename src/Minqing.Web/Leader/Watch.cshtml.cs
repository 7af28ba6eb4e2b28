using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Events;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Supervision.Watching;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Leader;

/// <summary>The leader's two minutes: three numbers, the lists behind them, one tap to act (S-01).</summary>
public sealed class WatchModel(ListWatched list, ListInstructions instructions, ListEvents events) : StaffPage
{
    private const string Grave = "grave";

    /// <summary>The filter as the address spells it: a kind, <c>grave</c>, or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/watch", Q, ("kind", Kind));

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public WatchList List { get; private set; } = null!;

    public InstructionPage Instructions { get; private set; } = null!;

    /// <summary>Mass events stand in a line of their own.</summary>
    public EventPage Events { get; private set; } = new([], 0, null);

    public bool MayInstruct => Viewer.May(Permission.Instruct);

    public bool SeesRounds => Viewer.May(Permission.SeeInstructions);

    public bool MayUrge => Viewer.May(Permission.UrgeUnits);

    public IReadOnlyList<Stat> Stats =>
    [
        new(List.Counts[Concern.Overdue], "已超期", Of(Concern.Overdue), Alert.Red, Only == Concern.Overdue),
        new(List.Grave, "要紧的", $"/watch?kind={Grave}", Alert.Orange, Kind == Grave),
        new(Instructions.Open, "批示没办完", $"/instructions?which={(MayInstruct ? InstructionList.Given : InstructionList.Area).Name()}", Instructions.Late > 0 ? Alert.Red : Alert.Yellow),
    ];

    public IReadOnlyList<Chip> Filters =>
    [
        new("全部", "/watch", Kind is null, List.Pressing),
        .. WatchList.Kinds.Where(k => List.Counts[k] > 0 || Only == k).Select(k => new Chip(Name(k), Of(k), Only == k, List.Counts[k])),
    ];

    /// <summary>What else a leader looks at, less often.</summary>
    public IEnumerable<(string Href, string Text)> More
    {
        get
        {
            yield return ("/late", "超期事项：在谁手里");
            if (SeesRounds)
            {
                yield return ("/rounds", "待批示清单");
                yield return ("/instructions", "全部批示");
            }

            yield return ("/ledger", "台账");
            yield return ("/reconciliations", "周对账");
            yield return ("/places", "各地情况");
            yield return ("/events", "群发事件");
            yield return ("/dispatch/accuracy", "首次派单准确率");
            yield return ("/invalid", "无效件");
            yield return ("/signs", "虚假办结线索");
            if (Viewer.May(Permission.SeeSamples))
            {
                yield return ("/samples", "办结抽查");
            }
        }
    }

    /// <summary>How many there are behind the filter.</summary>
    public int? Total => Q is { Length: > 0 } ? null : Kind == Grave ? List.Grave : Kind is null ? List.Pressing : List.Counts[Only];

    public string? Next => List.Next is { } next ? Find.With(("after", next)) : null;

    private Concern Only => Kind == Grave ? WatchList.GraveOnes : Kind is { } kind ? Kebab.Parse<Concern>(kind) ?? Concern.None : Concern.None;

    public static string Name(Concern concern) => Words.Say($"watch.{concern.Name()}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Only == Concern.None)
        {
            Kind = null;
        }

        if (await list.RunAsync(Viewer, Only, Q, After, ct) is not { Ok: true, Value: var found })
        {
            return Forbid();
        }

        List = found;
        Events = await events.RunAsync(Viewer, null, ct) is { Ok: true, Value: var page } ? page : Events;
        Instructions = await instructions.RunAsync(Viewer, MayInstruct ? InstructionList.Given : InstructionList.Area, done: false, null, ct);
        return Page();
    }

    private static string Of(Concern concern) => $"/watch?kind={concern.Name()}";
}
