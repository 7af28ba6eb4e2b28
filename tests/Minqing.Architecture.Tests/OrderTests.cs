namespace Minqing.Architecture.Tests;

public sealed class OrderTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Storage")]
    [InlineData("App")]
    [InlineData("Integrations")]
    [InlineData("Web")]
    public void Nothing_is_used_before_its_place(string project) => Expect.None(Order.Violations(Compiled.Types(project)));

    [Fact]
    public void What_is_wrong_on_purpose_is_found() =>
        Assert.Equal(
            ["Minqing.Domain.People.WrongOnPurpose uses Minqing.Domain.Appeals.Appeal"],
            Order.Violations(Compiled.TypesOf("Minqing.Architecture.Tests.dll")));

    [Theory]
    [InlineData("Domain", "System", "Microsoft.CodeAnalysis", "Minqing.Domain")]
    public void The_domain_is_pure(string project, params string[] allowed) =>
        Expect.None(References(project).Where(name => !allowed.Any(a => name == a || name.StartsWith(a + '.', StringComparison.Ordinal))));

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator")]
    [InlineData("System.Threading.Tasks.Task")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Random")]
    public void The_domain_knows_nothing_of(string what) =>
        Expect.None(Uses.Of(Compiled.Types("Domain")).Where(u => u.Used.StartsWith(what, StringComparison.Ordinal)).Select(u => u.ToString()));

    private static IEnumerable<string> References(string project) =>
        Mono.Cecil.ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"Minqing.{project}.dll")).AssemblyReferences.Select(r => r.Name);
}
