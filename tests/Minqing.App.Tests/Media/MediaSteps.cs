using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Media;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;
using Minqing.Testing;

namespace Minqing.App.Tests.Media;

/// <summary>What a test of media does again and again.</summary>
internal static class MediaSteps
{
    public static readonly Subject Report = new(SubjectKind.Report, Guid.CreateVersion7());

    public static Task<Result<AddedMedia>> AddAsync(this TestDatabase test, byte[] bytes, MediaLimits? limits = null) =>
        test.RunAsync<AddMedia, Result<AddedMedia>>(add => add.RunAsync(new MemoryStream(bytes), Declared.Nothing, "web", limits ?? new(), TestContext.Current.CancellationToken));

    public static async Task<BoundMedia> BindAsync(this TestDatabase test, MediaId id, DataKey? key = null, bool keepIdentity = false) =>
        (await test.TryBindAsync([id], key, keepIdentity)).Value.Single();

    /// <summary>As a report does it: bind, then save.</summary>
    public static async Task<Result<IReadOnlyList<BoundMedia>>> TryBindAsync(this TestDatabase test, IReadOnlyList<MediaId> ids, DataKey? key = null, bool keepIdentity = false, MediaLimits? limits = null)
    {
        await using var scope = test.Scope();
        var bound = await scope.ServiceProvider.GetRequiredService<BindMedia>().RunAsync(ids, Report, key, keepIdentity, limits ?? new(), TestContext.Current.CancellationToken);
        if (bound.Ok)
        {
            await scope.ServiceProvider.GetRequiredService<MinqingDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return bound;
    }

    public static Task<Result<OpenedMedia>> OpenAsync(this TestDatabase test, MediaId id, MediaRole role, DataKey? key = null) =>
        test.RunAsync<OpenMedia, Result<OpenedMedia>>(open => open.RunAsync(Report, id, role, key, TestContext.Current.CancellationToken));

    public static async Task<byte[]> ReadAsync(this TestDatabase test, MediaId id, MediaRole role, DataKey? key = null)
    {
        using var opened = (await test.OpenAsync(id, role, key)).Value;
        var bytes = new MemoryStream();
        await opened.Content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    public static IReadOnlyList<string> StoredFiles(this TestDatabase test)
    {
        var folder = Path.Combine(test.Settings.Data, "media");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    public static void UseMedia(this IServiceCollection services, MediaSettings settings) => services.Replace(ServiceDescriptor.Singleton(settings));
}

/// <summary>A connection that is lost after some bytes.</summary>
internal sealed class BrokenStream(byte[] bytes, int after) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position >= after ? throw new IOException("The connection was reset.") : base.ReadAsync(buffer[..Math.Min(buffer.Length, (int)(after - Position))], cancellationToken);
}
