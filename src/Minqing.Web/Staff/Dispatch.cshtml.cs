using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Lists;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>The centre's desk: what waits to be given, ruled, granted or agreed to, with the one chosen beside the list and who should get it.</summary>
public sealed class DispatchModel(ReadAppeal read, ListMedia media, ListDispatch list, TimeProvider clock) : AppealPage(read, media, clock)
{
    /// <summary>The filter: a kind of work, as the address spells it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Work { get; set; }

    public DispatchList List { get; private set; } = null!;

    /// <summary>What is asked for of the one that is shown; null when none is.</summary>
    public DispatchWork? Asked { get; private set; }

    /// <summary>Whether somebody chose it: on a phone it then stands in place of the list.</summary>
    public bool Chosen { get; private set; }

    public DispatchWork? Only => Work is { } work ? Kebab.Parse<DispatchWork>(work) : null;

    public IReadOnlyList<Chip> Filters =>
    [
        new("全部", "/dispatch", Only is null, List.Counts.Values.Sum()),
        .. Enum.GetValues<DispatchWork>().Where(w => w == Only || List.Counts.ContainsKey(w)).Select(w => new Chip(NameOf(w), $"/dispatch?work={w.Name()}", Only == w, List.Counts.GetValueOrDefault(w))),
    ];

    public Suggestion Suggestion => Suggestion.Of(It.View.Where, It.View.Rules.Profile, It.Appeal);

    /// <summary>The units that serve the place, without whom the appeal is about.</summary>
    public IReadOnlyList<ServingUnit> Units => DoModel.UnitsOf(It.View);

    public string? ReasonOf => Suggestion.Duty is { } duty && Suggestion.ByDuty ? $"按职责清单（{duty.Basis}），由{Suggestion.Lead!.Name}主办。" : null;

    /// <summary>What was written by whoever raised what is asked now.</summary>
    public string? Raised => Asked switch
    {
        DispatchWork.Rule => It.Text(It.View.Story.Select(e => e.Fact<ObjectionRaised>()).LastOrDefault(f => f is not null)?.Words),
        DispatchWork.Time => It.Text(It.View.Story.Select(e => e.Fact<ExtensionAsked>()).LastOrDefault(f => f is not null)?.Reason),
        DispatchWork.Invalid => It.Text(It.View.Story.Select(e => e.Fact<InvalidProposed>()).LastOrDefault(f => f is not null)?.Words),
        _ => null,
    };

    /// <summary>The same with its code in words: why it is disputed, how many days are asked for, why it should be invalid.</summary>
    public string? Why => Asked switch
    {
        DispatchWork.Rule when It.Appeal.Orders.LastOrDefault(o => o is { Open: true, Role: OrderRole.Lead })?.Objection is { } reason => Words.Say($"staff.return.{reason.Name()}"),
        DispatchWork.Rule => "上报、退回来回多次，请定由谁办",
        DispatchWork.Time when It.Appeal.AskedExtension is { } asked => $"要延 {asked.Days} 个工作日",
        DispatchWork.Invalid when It.Appeal.InvalidReason is { } reason => Words.Say($"staff.invalid.{reason.Name()}"),
        _ => null,
    };

    public string Href(DispatchRow row) => $"/dispatch?{(Only is { } work ? $"work={work.Name()}&" : "")}id={row.Appeal.Value}";

    /// <summary>The step that answers it.</summary>
    public static Step StepFor(DispatchWork work) => work switch
    {
        DispatchWork.Assign => Step.Assign,
        DispatchWork.Rule => Step.Decide,
        DispatchWork.Time => Step.GrantExtension,
        DispatchWork.Invalid => Step.ConfirmInvalid,
        DispatchWork.Department => Step.Transfer,
    };

    public static string NameOf(DispatchWork work) => Words.Say($"staff.dispatch.{work.Name()}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.Dispatch))
        {
            return Forbid();
        }

        List = await list.RunAsync(Viewer, Only, ct);
        var row = List.Rows.FirstOrDefault(r => r.Appeal.Value == Id);
        Chosen = row is not null;
        row ??= List.Rows is [var first, ..] ? first : null;
        Id = row?.Appeal.Value ?? Guid.Empty;
        Asked = row is not null && await LoadAsync(ct) ? row.Work : null;
        return Page();
    }
}
