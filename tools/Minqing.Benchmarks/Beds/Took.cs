using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Minqing.Benchmarks.Beds;

/// <summary>How long a use case took each time, in milliseconds, the quickest first.</summary>
internal sealed record Took(IReadOnlyList<double> Each)
{
    public double Median => Each[Each.Count / 2];

    public double Of95In100 => Each[Each.Count * 95 / 100];

    public double Slowest => Each[^1];

    // Each in a scope of its own, as a request is.
    public static async Task<Took> OfAsync<T>(Town town, int warmUp, int times, Func<T, int, Task> run)
        where T : notnull
    {
        var took = new List<double>();
        for (var i = 0; i < warmUp + times; i++)
        {
            await using var scope = town.Services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            await run(scope.ServiceProvider.GetRequiredService<T>(), i);
            if (i >= warmUp)
                took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new([.. took.Order()]);
    }
}
