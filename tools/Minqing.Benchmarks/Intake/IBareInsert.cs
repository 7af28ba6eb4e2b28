using Minqing.Benchmarks.Beds;

namespace Minqing.Benchmarks.Intake;

/// <summary>The shortest way to write a case's rows in one durable commit.</summary>
internal interface IBareInsert : IAsyncDisposable
{
    Task RunAsync(CopyKeys keys, CancellationToken ct);
}
