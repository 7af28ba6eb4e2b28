using Minqing.App.Notices;
using Minqing.App.People;
using Minqing.App.Policy.Files;

namespace Minqing.App;

/// <summary>Every rule that a profile must pass before it is used, beyond each of its parts being well written.</summary>
internal static class ProfileRules
{
    public static readonly IReadOnlyList<Action<Draft>> All =
    [
        OrganisationRules.Check,
        FlowRules.Check,
        StepPermissionRules.Check,
        CourseRules.Check,
        AddressRules.Check,
        LimitRules.Check,
        CategoryRules.Check,
        DutyRules.Check,
        NoticeTextRules.Check,
        TemplateRules.Check,
    ];
}
