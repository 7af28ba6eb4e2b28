namespace Minqing.App.Policy.Files;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class Nearest
{
    private const int Far = 3;

    public static string Hint(string written, IEnumerable<string> known) => To(written, known) is { } near ? $" Did you mean {near}?" : "";

    /// <summary>Null where nothing is near.</summary>
    public static string? To(string written, IEnumerable<string> known) =>
        known.Select(k => (Word: k, Distance: Distance(written, k))).Where(k => k.Distance <= Far).OrderBy(k => k.Distance).Select(k => k.Word).FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], left) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
                left = row[j];
            }
        }

        return row[b.Length];
    }
}
