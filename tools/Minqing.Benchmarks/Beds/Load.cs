using System.Collections.Concurrent;
using System.Diagnostics;

namespace Minqing.Benchmarks.Beds;

/// <summary>So many callers, each asking again as soon as it was answered.</summary>
internal static class Load
{
    public static async Task<LoadFigures> RunAsync(Uri address, int connections, TimeSpan time, Func<HttpRequestMessage> next, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false, UseProxy = false }) { BaseAddress = address };
        var took = new ConcurrentBag<List<double>>();
        var (failed, watch) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(
            async () =>
            {
                var own = new List<double>();
                while (watch.Elapsed < time)
                {
                    var began = watch.Elapsed;
                    using var request = next();
                    using var answer = await http.SendAsync(request, ct);
                    if (!answer.IsSuccessStatusCode && Interlocked.Increment(ref failed) == 1)
                        await Console.Error.WriteLineAsync($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
                    own.Add((watch.Elapsed - began).TotalMilliseconds);
                }

                took.Add(own);
            },
            ct)));
        return new([.. took.SelectMany(t => t)], failed, watch.Elapsed);
    }
}

/// <summary>What came of a load: how long each answer took in milliseconds, how many were refusals, how long all of it lasted.</summary>
internal sealed record LoadFigures(IReadOnlyList<double> Took, int Failed, TimeSpan Time)
{
    public double PerSecond => (Took.Count - Failed) / Time.TotalSeconds;

    public static LoadFigures operator +(LoadFigures a, LoadFigures b) => new([.. a.Took, .. b.Took], a.Failed + b.Failed, a.Time + b.Time);

    public double Share(double share) => Took.Order().ElementAt((int)(Took.Count * share));
}
