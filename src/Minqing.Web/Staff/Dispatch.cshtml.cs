using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>The centre's desk: what waits to be given, ruled, granted or agreed to, with the one chosen beside the list and who should get it.</summary>
public sealed class DispatchModel(ReadAppeal read, CaseMedia media, ListDispatch list, TimeProvider clock) : AppealPage(read, media, clock)
{
    /// <summary>The filter: a kind of work, as the address spells it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Work { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public string? Next => List.Next is { } next ? Find.With(("after", next)) : null;

    public Finder Find => new("/dispatch", Q, ("work", Only?.Name()));

    public DispatchList List { get; private set; } = null!;

    /// <summary>What is asked for of the one that is shown; null when none is.</summary>
    public DispatchWork? Asked { get; private set; }

    /// <summary>Whether somebody chose it: on a phone it then stands in place of the list.</summary>
    public bool Chosen { get; private set; }

    public DispatchWork? Only => Work is { } work ? Kebab.Parse<DispatchWork>(work) : null;

    public IReadOnlyList<Chip> Filters =>
    [
        new("全部", "/dispatch", Only is null, List.Counts.Values.Sum(c => c.Count), List.Counts.Values.Any(c => c.More)),
        .. Enum.GetValues<DispatchWork>().Where(w => w == Only || List.Counts.ContainsKey(w)).Select(w => new Chip(NameOf(w), $"/dispatch?work={w.Name()}", Only == w, List.Counts.GetValueOrDefault(w)?.Count ?? 0, List.Counts.GetValueOrDefault(w)?.More == true)),
    ];

    public Suggestion Suggestion => Suggestion.Of(It.View.Where, It.View.Rules.Profile, It.Appeal);

    /// <summary>The units that it may be given to from here, without whom the appeal is about.</summary>
    public IReadOnlyList<ServingUnit> Units => DoModel.AddresseesOf(It.View, Viewer);

    public string? ReasonOf => Suggestion.Duty is { } duty && Suggestion.ByDuty ? $"按职责清单{(duty.Basis.Length > 0 ? $"（{duty.Basis}）" : "")}，由{Suggestion.Lead!.Name}主办。" : null;

    /// <summary>What was asked for, by whom and why.</summary>
    public Plea? Plea => Asked is { } asked ? Plea.Of(It, StepFor(asked)) : null;

    /// <summary>The limit of what is asked, not of the whole.</summary>
    public DispatchRow? Row { get; private set; }

    /// <summary>Who has not said yet what they make of it.</summary>
    public IReadOnlyList<ServingUnit> Unjudged => It.View.Unjudged;

    public string Href(DispatchRow row) => Find.With(("after", After), ("id", row.Appeal.Value.ToString()));

    /// <summary>The step that answers it.</summary>
    public static Step StepFor(DispatchWork work) => work switch
    {
        DispatchWork.Assign => Step.Assign,
        DispatchWork.Judge => Step.Triage,
        DispatchWork.Rule => Step.Decide,
        DispatchWork.Time => Step.GrantExtension,
        DispatchWork.Purge => Step.AgreePurge,
        DispatchWork.Invalid => Step.ConfirmInvalid,
        DispatchWork.Vacant or DispatchWork.Department => Step.Transfer,
    };

    public static string NameOf(DispatchWork work) => Words.Say($"staff.dispatch.{work.Name()}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.Dispatch) && !Viewer.May(Permission.Triage))
        {
            return Forbid();
        }

        List = await list.RunAsync(Viewer, Only, Q, After, ct);
        var row = List.Rows.FirstOrDefault(r => r.Appeal.Value == Id);
        Chosen = row is not null;
        row ??= List.Rows is [var first, ..] ? first : null;
        Id = row?.Appeal.Value ?? Guid.Empty;
        (Row, Asked) = (row, row is not null && await LoadAsync(ct) ? AskedFor(row.Work) : null);
        return Page();
    }

    // What nobody is there to dispatch is dispatched here.
    private DispatchWork AskedFor(DispatchWork work) => work == DispatchWork.Vacant && It.Appeal.Stage is Stage.Screening or Stage.Dispatching ? DispatchWork.Assign : work;
}
