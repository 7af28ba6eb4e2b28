using System.Diagnostics.Metrics;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Operation;

namespace Minqing.Web.Tests.Operation;

public sealed class MetricsTests
{
    [Fact]
    [Trait("Spec", "P-24")]
    public async Task Requests_are_counted_in_buckets_by_route()
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite);
        await site.Http.GetStringAsync("/healthz", TestContext.Current.CancellationToken);

        var text = await site.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", text, StringComparison.Ordinal);
        Assert.Matches(@"http_server_request_duration_seconds_bucket\{http_request_method=""GET"",http_response_status_code=""200"",http_route=""/healthz"",[^}]*le=""\+Inf""\} 1\n", text);
        Assert.Contains("\ndotnet_process_memory_working_set_bytes ", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-24")]
    public void Each_kind_of_figure_is_written_as_Prometheus_reads_it()
    {
        using var meter = new Meter("Minqing.Test");
        using var metrics = new MetricsText();
        metrics.Listen();
        var counter = meter.CreateCounter<long>("reports.accepted", description: "Reports accepted");
        counter.Add(2, new KeyValuePair<string, object?>("channel", "web \"page\""));
        counter.Add(3, new KeyValuePair<string, object?>("channel", "web \"page\""));
        meter.CreateObservableGauge("outbox.waiting", () => 7);
        meter.CreateObservableCounter("seen", () => 11L);
        meter.CreateUpDownCounter<int>("open").Add(-1);
        var histogram = meter.CreateHistogram("late", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 10] });
        histogram.Record(0.5);
        histogram.Record(10);
        histogram.Record(11);

        metrics.Write();
        var text = metrics.Write();

        Assert.Contains("# HELP reports_accepted_total Reports accepted\n# TYPE reports_accepted_total counter\nreports_accepted_total{channel=\"web \\\"page\\\"\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE outbox_waiting gauge\noutbox_waiting 7\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE seen_total counter\nseen_total 11\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE open gauge\nopen -1\n", text, StringComparison.Ordinal);
        Assert.Contains("late_seconds_bucket{le=\"1\"} 1\nlate_seconds_bucket{le=\"10\"} 2\nlate_seconds_bucket{le=\"+Inf\"} 3\nlate_seconds_sum 21.5\nlate_seconds_count 3\n", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-24")]
    public void A_label_that_outsiders_choose_cannot_fill_the_memory()
    {
        using var meter = new Meter("Minqing.Flood");
        using var metrics = new MetricsText();
        metrics.Listen();
        var counter = meter.CreateCounter<long>("flood");
        for (var i = 0; i < 5000; i++)
            counter.Add(1, new KeyValuePair<string, object?>("who", i));

        var text = metrics.Write();

        Assert.Contains("flood_total{overflow=\"true\"} 3000\n", text, StringComparison.Ordinal);
    }
}
