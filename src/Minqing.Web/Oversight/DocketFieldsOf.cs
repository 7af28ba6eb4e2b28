using System.Globalization;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>The fields of one of a page's forms. Only the form that was sent shows what was typed and what was wrong.</summary>
public sealed record DocketFieldsOf(DocketPage Page, IReadOnlyList<DocketField> Fields, DocketStep? Step, bool Live, string Prefix, IReadOnlyDictionary<string, string>? Filled = null)
{
    public string? Given(string field) => Filled?.GetValueOrDefault(field);

    public IEnumerable<(string Value, string Text)> Options(DocketField field) => field.Input switch
    {
        DocketInput.Unit => Page.Units.Select(u => (u.Id.ToString(), u.Name)),
        DocketInput.Post => Page.Posts.Select(p => (p.Id.ToString(), p.Name)),
        DocketInput.Category => Page.Categories,
        DocketInput.Region => Page.Regions,
        DocketInput.Task => Page.TasksFor(Step!.Value).Select(t => (t.No.ToString(CultureInfo.InvariantCulture), t.Name)),
        DocketInput.Choice => Enum.GetValues(field.Choice!).Cast<Enum>().Select(v => (v.ToString(), Words.Say($"{field.Words}.{Kebab.Of(v.ToString())}"))),
        DocketInput.Text or DocketInput.Line or DocketInput.Day or DocketInput.Moment or DocketInput.Photos or DocketInput.Rating => [],
    };
}
