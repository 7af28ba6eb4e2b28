using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

// What the facts of dispatching, working side by side, time and joining change.
public sealed partial class Appeal
{
    private void ApplyCourse(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case ScreeningBegun f:
                (Screener, ScreenerLevel, Stage) = (f.Unit, f.Level, f.Stage);
                break;
            case AppealTriaged f:
                triages.Add(new(f, by));
                break;
            case AppealDeclined f:
                (Route, Lead) = (f.Route, null);
                break;
            case AppealPurged f:
                Purged(f, by);
                break;
            case PurgeAsked f:
                (PurgeAskedBy, PurgeKind, SecretWith, Sensitive) = (by.Actor.Person, f.Kind, f.Unit, true);
                break;
            case SecretKept f:
                (SecretWith, Sensitive) = (f.Unit, true);
                break;
            case PurgeRefused:
                (PurgeAskedBy, PurgeKind) = (null, null);
                break;
            case InvalidProposed f:
                (InvalidReason, InvalidProposedBy) = (f.Reason, by.Actor.Person);
                break;
            case InvalidConfirmed:
                Lead = null;
                break;
            case InvalidRefused:
                (InvalidReason, InvalidProposedBy) = (null, null);
                break;
            case AppealRestricted f:
                (Sensitive, Intent) = (f.Sensitive, f.Disclosure ? Domain.Policy.Intent.Disclosure : Intent);
                break;
            case LeadReplaced f:
                (Lead, Level, Current.Level) = (f.Unit, f.Level, f.Level);
                break;
            case CheckerReplaced f:
                Current.Checker = f.Unit;
                break;
            case ObjectionRaised f:
                Order(f.Order).Object(f.Reason);
                break;
            case ObjectionRuled f:
                Order(f.Order).Ruling(f.Upheld);
                break;
            case LeaderNamed f:
                Leader = f.Post;
                break;
            case SamplePassed:
                break;
            case CoUrged f:
                Order(f.Order).Urge(by);
                break;
            case SiteVisited f:
                Visits = f.No;
                break;
            case AppealReferred { Order: null }:
                Lead = null;
                break;
            case ExtensionAsked f:
                extensions.Add(new(f, by));
                break;
            case ExtensionDecided f:
                extensions.Single(e => e.No == f.No).Decide(f.Granted, by);
                break;
            case AppealSplit f:
                (SplitFrom, ReceivedAt, Sensitive) = (f.From, f.ReceivedAt, Sensitive || f.Sensitive);
                targets.AddRange(f.Targets.Select(t => new Target(t)));
                break;
            case PartTaken f:
                Words = f.Words ?? Words;
                break;
            case EventJoined f:
                Event = f.Event;
                break;
            case ReportersAskedByLink:
                AskedByLink = by.At;
                break;
            case ReportsCounted f:
                Reports = f.Reports;
                break;
            case UnitUrged f:
                UrgesFromAbove = f.Times;
                break;
            case HandlingRated f:
                ratings.Add(new(f, by));
                break;
            case CoReported or CoReleased or DepartmentAddressed or AppealReferred or OutsideAnswered or AppealSuspended or SuspensionEnded or AppealJoined or SampledUndone:
                break;
            default:
                throw new InvalidOperationException($"An appeal does not know {fact.GetType().Name}.");
        }
    }
}
