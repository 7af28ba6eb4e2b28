using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Minqing.Web.Operation;

/// <summary>The figures of this process as Prometheus reads them. Listens to our meters and to the framework's.</summary>
internal sealed class MetricsText : IDisposable
{
    /// <summary>Whose figures are shown. Ours are made with <c>new Meter("Minqing")</c> or a name that begins so.</summary>
    public static readonly IReadOnlyList<string> Meters = ["Minqing*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Instrument, Family> families = new();

    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (Meters.Any(m => m.EndsWith('*') ? instrument.Meter.Name.StartsWith(m[..^1], StringComparison.Ordinal) : instrument.Meter.Name == m))
                l.EnableMeasurementEvents(instrument, families.GetOrAdd(instrument, i => new Family(i)));
        };
        Measure<byte>(v => v);
        Measure<short>(v => v);
        Measure<int>(v => v);
        Measure<long>(v => v);
        Measure<float>(v => v);
        Measure<double>(v => v);
        Measure<decimal>(v => (double)v);
    }

    public void Listen() => listener.Start();

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        // One name may come from several meters of the same kind: said once.
        foreach (var same in families.Values.Where(f => !f.Empty).GroupBy(f => f.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            same.First().WriteHead(text);
            foreach (var family in same)
                family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Measure<T>(Func<T, double> number)
        where T : struct =>
        listener.SetMeasurementEventCallback<T>((_, value, tags, state) => ((Family)state!).Add(number(value), tags));
}
