using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>The table in <c>routes.csv</c>, which people write and read.</summary>
internal static class RouteTable
{
    public const string Nobody = "nobody";

    private const int FirstCell = 4;

    public static IReadOnlyList<string> Names { get; } = Lines()[0][FirstCell..];

    public static IReadOnlyList<RouteRow> Rows { get; } = [.. Lines().Skip(1).Select(Row)];

    private static RouteRow Row(string[] fields) =>
        fields.Length == FirstCell + Names.Count && fields[3] is "refused" or "-"
            ? new(fields[0], fields[1], fields[2], fields[3] == "refused", Names.Zip(fields[FirstCell..]).ToDictionary(c => c.First, c => Kebab.Parse<Cell>(c.Second) ?? throw new InvalidDataException(c.Second)))
            : throw new InvalidDataException(string.Join(',', fields));

    private static string[][] Lines() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Walking", "routes.csv")).Where(l => l is not ("" or ['#', ..])).Select(l => l.Split(','))];
}
