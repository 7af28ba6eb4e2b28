using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Minqing.Testing;

/// <summary>Runs a theory on each database; <paramref name="more"/> are the arguments after the engine.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothDatabasesAttribute(params object?[] more) : DataAttribute
{
    public IReadOnlyList<object?> More { get; } = more;

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Engine>().Select(engine => new TheoryDataRow([engine, .. More]))]);
}
