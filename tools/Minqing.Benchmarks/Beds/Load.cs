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
        var (failed, watch, used) = (0, Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
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
        return new([.. took.SelectMany(t => t)], failed, watch.Elapsed, Environment.CpuUsage.TotalTime - used);
    }
}

/// <summary>What came of a load: how long each answer took in milliseconds, how many were refusals, how long all of it lasted, processor time of this process (of the callers, too).</summary>
internal sealed record LoadFigures(IReadOnlyList<double> Took, int Failed, TimeSpan Time, TimeSpan Cpu)
{
    public static LoadFigures None { get; } = new([], 0, TimeSpan.Zero, TimeSpan.Zero);

    public double PerSecond => (Took.Count - Failed) / Time.TotalSeconds;

    public double CpuEach => Cpu.TotalMilliseconds / Took.Count;

    public static LoadFigures operator +(LoadFigures a, LoadFigures b) => new([.. a.Took, .. b.Took], a.Failed + b.Failed, a.Time + b.Time, a.Cpu + b.Cpu);

    public double Share(double share) => Took.Order().ElementAt((int)(Took.Count * share));
}
