using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Minqing.App;
using Minqing.App.Kernel;
using Minqing.Storage;
using Minqing.Storage.Sealing;
using Minqing.Storage.Vault;

namespace Minqing.Testing;

/// <summary>A database of one test, and the program's use cases on it, with a clock that the test moves.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("minqing-data-");
    private readonly Lazy<ServiceProvider> services;

    private TestDatabase(Engine engine, string connection, Action<IServiceCollection>? change)
    {
        (Engine, Connection) = (engine, connection);
        Settings = new Settings
        {
            Data = data.FullName,
            Database = new(engine switch { Engine.Sqlite => DatabaseKind.Sqlite, Engine.Postgres => DatabaseKind.Postgres }, connection),
        };
        KeyFile.Create(PrepareKeys.MasterKeys(Settings));
        HeadSigner.Create(PrepareKeys.SigningKey(Settings));
        services = new(() => Compose(change));
    }

    public Engine Engine { get; }

    public string Connection { get; }

    public Settings Settings { get; }

    public SettableClock Clock { get; } = new();

    /// <summary>The exceptions that the services caught and logged.</summary>
    public FailuresLog Failures { get; } = new();

    /// <summary>The program's services. Take use cases from a scope: <see cref="Scope"/>.</summary>
    public IServiceProvider Services => services.Value;

    /// <summary>A database with today's schema; <paramref name="change"/> may replace what stands outside, as a gateway.</summary>
    public static async Task<TestDatabase> OnAsync(Engine engine, Action<IServiceCollection>? change = null) =>
        new(engine, await Databases.MigratedAsync(engine), change);

    /// <summary>A fresh context, as another process would have it. The caller disposes it.</summary>
    public MinqingDb NewDb() => Databases.Open(Engine, Connection);

    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    /// <summary>Runs one use case in a scope of its own, as a request does.</summary>
    public async Task<T> RunAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
        where TUseCase : notnull
    {
        await using var scope = Scope();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async ValueTask DisposeAsync()
    {
        if (services.IsValueCreated)
            await services.Value.DisposeAsync();
        await Databases.DropAsync(Engine, Connection);
        data.Delete(recursive: true);
        Directory.Delete(Settings.Keys, recursive: true);
    }

    private ServiceProvider Compose(Action<IServiceCollection>? change)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(log => log.AddProvider(Failures));
        collection.AddMinqingApp(Settings);
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        change?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }
}
