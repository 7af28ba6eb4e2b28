using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>An SMS in a city.</summary>
/// <param name="To">The official; null for a reporter.</param>
/// <param name="At">The local time.</param>
internal sealed record CitySms(DemoOfficial? To, string Phone, string Text, string At);

/// <summary>Questions about many of them.</summary>
internal static class CitySmsQuestions
{
    extension(IEnumerable<CitySms> all)
    {
        /// <summary>Those that hold some words.</summary>
        public IReadOnlyList<CitySms> About(string words) => [.. all.Where(s => s.Text.Contains(words, StringComparison.Ordinal))];

        /// <summary>How many went to which unit, and to reporters, in the order of the names.</summary>
        public string Who() => string.Join('、', all.GroupBy(s => s.To?.UnitName ?? "反映人").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));

        /// <summary>When they came, each time once.</summary>
        public string When() => string.Join('、', all.Select(s => s.At).Distinct().Order());
    }
}
