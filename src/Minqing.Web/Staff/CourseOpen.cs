using Minqing.App.Appeals.Lists;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;

namespace Minqing.Web.Staff;

/// <summary>Whether a step of dispatch, coordination or time makes sense as the case stands; the domain has the last word.</summary>
internal static class CourseOpen
{
    public static bool Fits(AppealView view, Step step)
    {
        var appeal = view.Appeal;
        var lead = appeal.Orders.LastOrDefault(o => o is { Role: OrderRole.Lead, Open: true });
        var upper = appeal.Orders.LastOrDefault(o => o is { Role: OrderRole.Upper, Open: true });
        return step switch
        {
            Step.Assign => view.Unjudged.Count == 0,
            Step.ConfirmInvalid or Step.KeepValid => appeal.InvalidProposedBy is not null,
            Step.AgreePurge or Step.RefusePurge => appeal.PurgeAskedBy is not null,
            Step.ProposeInvalid => appeal.InvalidProposedBy is null,
            Step.GrantExtension or Step.RefuseExtension => appeal.AskedExtension is not null,
            Step.AskExtension => appeal.AskedExtension is null && (appeal.MayBeExtended(view.Rules) || appeal.MayBeLengthened(view.Rules)),
            Step.RaiseObjection => lead is { Ruled: false, Issuer: not null, Objection: null } && upper is null && view.Rules.Profile.ObjectWithin is not null,
            Step.Transfer => lead is { Ruled: false } && upper is null,
            Step.ActFirst => upper is { ToRule: true },
            Step.UrgeCo or Step.ReleaseCo => appeal.Orders.Any(o => o.Open && o.Beside),
            Step.ReportAsCo => view.Own.Any(o => o.Role is OrderRole.Co or OrderRole.ActFirst),
            Step.ReportIn => view.Own.Any(o => o.Role == OrderRole.Whistled),
            Step.RecordAnswer => appeal.Stage == Stage.Referred || appeal.Orders.Any(o => o is { Open: true, Role: OrderRole.External }),
            Step.Suspend => !appeal.Suspended && view.Rules.Profile.Suspensions.Count > 0,
            Step.Resume => appeal.Suspended,
            Step.PassOn => view.Rules.Profile.Screening?.Second is not null,
            _ => true,
        };
    }

    /// <summary>Whether a unit beside the lead is late: only then can it be released.</summary>
    public static bool OneIsLate(AppealView view) =>
        view.Appeal.Orders.Any(o => o.Open && o.Beside && view.Clocks.Any(c => c.Unit == o.Unit && c.Round == o.Round && c.Runs && c.MissedAt is not null));
}
