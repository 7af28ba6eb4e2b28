using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Oversight;

/// <summary>The dockets that one may know of: what waits for one's unit first, then by kind.</summary>
public sealed class ListModel(ListDockets list) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Over { get; set; }

    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/oversight", Q, ("kind", Only?.Name()), ("mine", Mine ? "true" : null), ("over", Over ? "true" : null)) { What = "题目里的几个字" };

    public DocketList List { get; private set; } = null!;

    public bool SeesVetoes => Viewer.May(Permission.SeeLeaderView);

    public bool SeesStations => HasRemit || Viewer.May(Permission.KeepKeyMatters);

    public bool HasRemit => Viewer.May(Permission.Advise) || Viewer.May(Permission.Inspect);

    /// <summary>What the viewer may open.</summary>
    public IReadOnlyList<DocketKind> Kinds => [.. Enum.GetValues<DocketKind>().Where(k => Viewer.May(DocketFlow.Keeps(k)))];

    public IReadOnlyList<Chip> Filters =>
    [
        new("等我单位答复", "/oversight?mine=true", Mine, List.Mine),
        new("在办", "/oversight", !Mine && !Over && Only is null),
        .. Enum.GetValues<DocketKind>().Select(k => new Chip(DocketWords.Of(k), $"/oversight?kind={k.Name()}", !Mine && !Over && Only == k)),
        new("已结束", "/oversight?over=true", Over),
    ];

    private DocketKind? Only => Kind is { } kind ? Kebab.Parse<DocketKind>(kind) : null;

    public async Task OnGetAsync(CancellationToken ct) => List = await list.RunAsync(Viewer, Only, Over, Mine, Q, After, ct);
}
