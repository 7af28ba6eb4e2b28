using Minqing.Testing;

namespace Minqing.App.Tests.Databases;

public sealed class SchemaTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "P-20")]
    public async Task The_scripts_make_what_the_model_expects(Engine engine)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scripted = await TestDatabase.OnAsync(engine);
        var expected = await Testing.Databases.EmptyAsync(engine);
        await using (var db = Testing.Databases.Open(engine, expected))
            await db.Database.EnsureCreatedAsync(ct);

        var byModel = await Schema.ReadAsync(engine, expected, ct);
        var byScripts = await Schema.ReadAsync(engine, scripted.Connection, ct);

        Assert.NotEmpty(byModel);
        Assert.Multiple(
            () => Assert.Equal([], byModel.Except(byScripts).Select(line => $"model only: {line}")),
            () => Assert.Equal([], byScripts.Except(byModel).Select(line => $"script only: {line}")));
        await Testing.Databases.DropAsync(engine, expected);
    }
}
