using System.Globalization;
using System.Text;

namespace Minqing.Web.Operation;

/// <summary>One line of figures: a value, or for a histogram its buckets, sum and count.</summary>
internal sealed class Series(double[] bounds)
{
    private readonly Lock gate = new();
    private readonly long[] buckets = new long[bounds.Length];
    private double sum;
    private long count;

    public void Add(double value, bool absolute)
    {
        lock (gate)
        {
            sum = absolute ? value : sum + value;
            count++;
            var bucket = Array.FindIndex(bounds, bound => value <= bound);
            if (bucket >= 0)
                buckets[bucket]++;
        }
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        lock (gate)
        {
            if (bounds.Length == 0)
            {
                Line(text, name, labels, sum);
                return;
            }

            long below = 0;
            foreach (var (bound, inside) in bounds.Zip(buckets))
                Line(text, name + "_bucket", Join(labels, $"le=\"{bound.ToString(CultureInfo.InvariantCulture)}\""), below += inside);
            Line(text, name + "_bucket", Join(labels, "le=\"+Inf\""), count);
            Line(text, name + "_sum", labels, sum);
            Line(text, name + "_count", labels, count);
        }
    }

    private static string Join(string labels, string one) => labels.Length == 0 ? one : $"{labels},{one}";

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
