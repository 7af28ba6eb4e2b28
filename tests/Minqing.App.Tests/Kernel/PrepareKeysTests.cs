using Minqing.App.Kernel;
using Minqing.Storage.Vault;
using Minqing.Testing;

namespace Minqing.App.Tests.Kernel;

public sealed class PrepareKeysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task A_new_installation_makes_keys_that_only_it_can_read(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        Directory.Delete(test.Settings.Keys, recursive: true);

        await PrepareAsync(test);

        foreach (var file in (string[])[PrepareKeys.MasterKeys(test.Settings), PrepareKeys.SigningKey(test.Settings)])
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Single(test.NewDb().VaultKeys);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task A_database_in_use_does_not_start_without_its_keys(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await PrepareAsync(test);
        File.Delete(PrepareKeys.MasterKeys(test.Settings));

        var missing = await Assert.ThrowsAsync<KeyFileException>(() => PrepareAsync(test));
        KeyFile.Create(PrepareKeys.MasterKeys(test.Settings));
        var others = await Assert.ThrowsAsync<KeyFileException>(() => PrepareAsync(test));

        Assert.Contains("is missing", missing.Message, StringComparison.Ordinal);
        Assert.Contains("not that of this database", others.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Keys_may_not_lie_where_the_backup_takes_them_along(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var unwise = test.Settings with { Keys = Path.Combine(test.Settings.Data, "keys") };
        await using var db = test.NewDb();

        var refused = await Assert.ThrowsAsync<KeyFileException>(() => new PrepareKeys(db, unwise, test.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<PrepareKeys>.Instance).RunAsync(Ct));

        Assert.Contains("data folder", refused.Message, StringComparison.Ordinal);
    }

    private static Task PrepareAsync(TestDatabase test) => test.RunAsync<PrepareKeys, object>(async prepare => await prepare.RunAsync(Ct));
}
