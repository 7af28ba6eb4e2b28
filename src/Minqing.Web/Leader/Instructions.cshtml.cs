using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Leader;

/// <summary>Instructions: those I gave, those to me, those of the area that an office tracks (S-02).</summary>
public sealed class InstructionsModel(ListInstructions list) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Which { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/instructions", Q, ("which", Asked.Name()), ("done", Done ? "true" : null)) { What = "批示内容、地点或者编号" };

    public InstructionPage List { get; private set; } = null!;

    public bool MayCount => Viewer.May(Permission.SeeInstructions);

    public IReadOnlyList<Stat> Stats =>
    [
        new(List.Open, "没办完"),
        new(List.Late, "已超期", Alert: Alert.Red),
        new(List.Answered, "等领导审阅", Alert: Alert.Yellow),
    ];

    public IReadOnlyList<Chip> Filters =>
    [
        .. Mine.Select(w => new Chip(Words.Say($"instruction.list.{w.Name()}"), $"/instructions?which={w.Name()}", Asked == w && !Done)),
        new("已办结", $"/instructions?which={Asked.Name()}&done=true", Done),
    ];

    private IEnumerable<InstructionList> Mine => Enum.GetValues<InstructionList>().Where(w => w switch
    {
        InstructionList.Given => Viewer.May(Permission.Instruct),
        InstructionList.ToMe => true,
        InstructionList.Area => MayCount,
    });

    private InstructionList Asked => Which is { } which && Kebab.Parse<InstructionList>(which) is { } known && Mine.Contains(known) ? known : Mine.First();

    public async Task OnGetAsync(CancellationToken ct) => List = await list.RunAsync(Viewer, Asked, Done, Q, After, ct);
}
