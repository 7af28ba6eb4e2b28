using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Tests.Texts;

/// <summary>Codes never reach a person: each has its words (I-14).</summary>
[Trait("Spec", "I-14")]
public sealed class CourseWordsTests
{
    [Fact]
    public void Every_stage_is_said_to_the_reporter() =>
        Assert.All(Enum.GetValues<Stage>(), s => Assert.True(Words.Has($"now.{s.Name()}"), s.Name()));

    [Fact]
    public void Every_role_reason_outcome_and_purpose_has_words()
    {
        var keys = Enum.GetValues<Role>().Select(r => $"role.{r.Name()}")
            .Concat(Enum.GetValues<RoundReason>().Where(r => r != RoundReason.First).Select(r => $"told.again.{r.Name()}"))
            .Concat(Enum.GetValues<CallOutcome>().SelectMany(o => new[] { $"told.record-call.{o.Name()}", $"told.follow-up.{o.Name()}" }))
            .Concat(Enum.GetValues<OpeningPurpose>().Select(p => $"purpose.{p.Name()}"))
            .Concat(Enumerable.Range(1, 5).Select(r => $"rating.{r}"));
        Assert.All(keys, k => Assert.True(Words.Has(k), k));
    }

    [Fact]
    public void A_role_is_told_by_its_post() => Assert.Equal("村（社区）书记", CourseWords.Role("village-secretary"));
}
