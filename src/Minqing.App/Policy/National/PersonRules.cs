using Minqing.Domain.Policy;

namespace Minqing.App.Policy.National;

/// <summary>What is asked of people: of those who report, of those who rate, of those who work.</summary>
internal static class PersonRules
{
    private const int Unsatisfied = 4;

    private static readonly NationalRule Least = new("《个人信息保护法》第六条", "nothing is asked that the purpose does not need");
    private static readonly NationalRule Voluntary = new("国办发〔2019〕51号", "rating is free; dissatisfied is never counted as satisfied");
    private static readonly NationalRule Photos = new("国办函〔2026〕12号", "photos of work are asked for only where they are needed");
    private static readonly NationalRule Back = new("国办发〔2020〕53号", "the loop is closed by calling back");

    public static IEnumerable<Touch> Of(Profile p)
    {
        yield return new(p.Intake, Least, p.Intake.PhoneRequired ? "phone-required: nobody can report without a phone number" : "a phone number is not required", !p.Intake.PhoneRequired);
        yield return new(p.FollowUp, Voluntary, $"ratings up to {p.FollowUp.SatisfiedUpTo} count as satisfied", p.FollowUp.SatisfiedUpTo < Unsatisfied);
        yield return new(p.FollowUp, Back, $"level {p.FollowUp.Level} calls back whoever reported what was closed", true);
        var bare = p.Categories.Where(c => c.Evidence > 0 && !p.Duties.Duties.Any(d => d.Categories.Contains(c.Code) && d.Condition.Length > 0)).ToList();
        foreach (var category in bare)
        {
            yield return new(category, Photos, $"{category.Code} needs {category.Evidence} photos, but no duty says for which closing condition", false);
        }

        if (bare.Count == 0 && p.Categories.FirstOrDefault(c => c.Evidence > 0) is { } needed)
        {
            yield return new(needed, Photos, "photos are needed only where a duty's closing condition asks for them", true);
        }
    }
}
