using Minqing.Domain.Appeals;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "I-12")]
public sealed class NumberTests
{
    private static readonly IReadOnlyList<string> Some = [.. Enumerable.Range(0, 400).Select(Number)];

    [Fact]
    public void Every_wrong_sign_is_found()
    {
        foreach (var number in Some)
        {
            for (var i = 0; i < number.Length; i++)
            {
                foreach (var sign in (i < 8 ? "0123456789" : ReportNumber.Alphabet).Where(s => s != number[i]))
                {
                    var wrong = number[..i] + sign + number[(i + 1)..];
                    Assert.True(ReportNumber.Parse(wrong) is null, $"{wrong} passes for {number}");
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_is_found()
    {
        foreach (var number in Some)
        {
            for (var i = 0; i < number.Length; i++)
            {
                for (var j = i + 1; j < number.Length; j++)
                {
                    var swapped = number.ToCharArray();
                    (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                    Assert.True(number[i] == number[j] || ReportNumber.Parse(new(swapped)) is null, $"{new string(swapped)} passes for {number}");
                }
            }
        }
    }

    [Fact]
    public void It_is_understood_however_it_is_written()
    {
        var number = Number(7);
        var grouped = ReportNumber.Grouped(number);
        Assert.Equal(number, ReportNumber.Parse(grouped));
        Assert.Equal(number, ReportNumber.Parse($"  {grouped.ToLowerInvariant().Replace("-", " - ", StringComparison.Ordinal)}。"));
        Assert.Equal(number, ReportNumber.Parse(new string([.. number.Select(c => (char)(c + 0xFEE0))]))); // full-width
        Assert.Equal(2, grouped.Count(c => c == '-'));
    }

    [Theory, InlineData(null), InlineData(""), InlineData("2026"), InlineData("你好"), InlineData("20260302-000000-0"), InlineData("\ud800")]
    public void What_is_no_number_is_none(string? typed) => Assert.Null(ReportNumber.Parse(typed));

    [Fact]
    public void The_longest_nonsense_is_refused_at_once() => Assert.Null(ReportNumber.Parse(new string('8', 1_000_000)));

    private static string Number(int n)
    {
        var random = new Random(n);
        var bytes = new byte[6];
        random.NextBytes(bytes);
        return ReportNumber.Of(new DateOnly(2026, 1, 1).AddDays(n * 7), bytes);
    }
}
