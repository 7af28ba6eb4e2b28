using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Minqing.Web.Operation;

/// <summary>One instrument: its name, kind and unit, and a series for each set of labels.</summary>
internal sealed class Family
{
    // A label that somebody outside can choose would otherwise fill the memory.
    private const int MostSeries = 2000;

    private static readonly double[] UsualBounds = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, Series> series = new(StringComparer.Ordinal);
    private readonly double[] bounds;
    private readonly bool observed;
    private readonly string kind;
    private readonly string help;

    public Family(Instrument instrument)
    {
        var generic = instrument.GetType().GetGenericTypeDefinition();
        observed = instrument.IsObservable;
        kind = generic == typeof(Histogram<>) ? "histogram"
            : generic == typeof(Counter<>) || generic == typeof(ObservableCounter<>) ? "counter"
            : "gauge";
        bounds = kind == "histogram" ? Bounds(instrument) : [];
        help = instrument.Description ?? instrument.Name;
        Name = NameOf(instrument) + (kind == "counter" ? "_total" : "");
        Absolute = observed || generic == typeof(Gauge<>);
    }

    public string Name { get; }

    public bool Empty => series.IsEmpty;

    /// <summary>Whether a measurement is the value, and not added to it.</summary>
    private bool Absolute { get; }

    public void Add(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        if (!series.TryGetValue(labels, out var one))
        {
            if (series.Count >= MostSeries)
                labels = "overflow=\"true\"";
            one = series.GetOrAdd(labels, _ => new Series(bounds));
        }

        one.Add(value, Absolute);
    }

    public void WriteHead(StringBuilder text) =>
        text.Append("# HELP ").Append(Name).Append(' ').Append(help.Replace("\n", " ", StringComparison.Ordinal)).Append('\n')
            .Append("# TYPE ").Append(Name).Append(' ').Append(kind).Append('\n');

    public void Write(StringBuilder text)
    {
        foreach (var (labels, one) in series.OrderBy(s => s.Key, StringComparer.Ordinal))
            one.Write(text, Name, labels);
    }

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } given } => [.. given],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } given } => [.. given],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } given } => [.. given],
        _ => UsualBounds,
    };

    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", "%" => "_percent", _ => "" };
        var name = string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'));
        return name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tags)
            labels[name.Replace('.', '_')] = string.Create(CultureInfo.InvariantCulture, $"{value}");
        return string.Join(',', labels.Select(l => $"{l.Key}=\"{Escaped(l.Value)}\""));
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
