using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Media;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;
using Minqing.Testing;

namespace Minqing.App.Tests.Media;

[Trait("Spec", "I-30")]
public sealed class BindMediaTests
{
    [Theory, OnBothDatabases]
    public async Task Voice_opens_only_with_the_reporters_key(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        using var key = test.Services.GetRequiredService<MasterKeys>().NewKey();
        using var other = test.Services.GetRequiredService<MasterKeys>().NewKey();
        var voice = (await test.AddAsync(Sounds.Mp3())).Value.Id;

        await test.BindAsync(voice, key);

        Assert.IsType<MediaSealed>((await test.OpenAsync(voice, MediaRole.Original)).Problem);
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => test.ReadAsync(voice, MediaRole.Original, other));
        Assert.NotEmpty(await test.ReadAsync(voice, MediaRole.Original, key));
    }

    [Theory]
    [OnBothDatabases(true)]
    [OnBothDatabases(false)]
    public async Task Photos_stand_under_the_reporters_key_only_when_the_identity_is_kept(Engine engine, bool keepIdentity)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        using var key = test.Services.GetRequiredService<MasterKeys>().NewKey();
        var photo = (await test.AddAsync(Photos.FromPhone())).Value.Id;

        var bound = await test.BindAsync(photo, key, keepIdentity);
        var opened = await test.OpenAsync(photo, MediaRole.Small);

        Assert.Equal(Photos.Lat, bound.Origin.Point!.Lat);
        Assert.Equal(keepIdentity, opened.Problem is MediaSealed);
        Assert.NotEmpty(await test.ReadAsync(photo, MediaRole.Small, key));
    }

    [Theory, OnBothDatabases]
    public async Task An_upload_belongs_to_one_report_only(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var photo = (await test.AddAsync(Photos.FromPhone())).Value.Id;
        await test.BindAsync(photo);

        var again = await test.TryBindAsync([photo]);
        var foreign = await test.RunAsync<OpenMedia, Result<OpenedMedia>>(open =>
            open.RunAsync(new(SubjectKind.Report, Guid.CreateVersion7()), photo, MediaRole.Original, null, TestContext.Current.CancellationToken));

        Assert.IsType<AttachmentNotFound>(again.Problem);
        Assert.IsType<AttachmentNotFound>((await test.TryBindAsync([new(Guid.CreateVersion7())])).Problem);
        Assert.IsType<NoSuchMedia>(foreign.Problem);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-31")]
    public async Task Of_two_reports_that_name_it_at_once_one_gets_it(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var photo = (await test.AddAsync(Photos.FromPhone())).Value.Id;
        await using AsyncServiceScope first = test.Scope(), second = test.Scope();
        foreach (var scope in new[] { first, second })
        {
            Assert.True((await scope.ServiceProvider.GetRequiredService<BindMedia>().RunAsync([photo], MediaSteps.Report, null, false, new(), TestContext.Current.CancellationToken)).Ok);
        }

        await first.ServiceProvider.GetRequiredService<MinqingDb>().SaveChangesAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.ServiceProvider.GetRequiredService<MinqingDb>().SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-11")]
    public async Task A_city_says_how_many_and_how_large(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var photos = new List<MediaId>();
        for (var i = 0; i < 3; i++)
        {
            photos.Add((await test.AddAsync(Photos.Jpeg())).Value.Id);
        }

        var voice = (await test.AddAsync(Sounds.Amr(500))).Value.Id;

        Assert.IsType<TooManyPhotos>((await test.TryBindAsync(photos, limits: new() { Photos = 2 })).Problem);
        Assert.IsType<TooManyVoices>((await test.TryBindAsync([voice], limits: new() { Voices = 0 })).Problem);
        Assert.IsType<MediaTooLarge>((await test.TryBindAsync(photos, limits: new() { PhotoBytes = 10 })).Problem);
        Assert.IsType<VoiceTooLong>((await test.TryBindAsync([voice], limits: new() { Voice = TimeSpan.FromSeconds(9) })).Problem);
        Assert.Equal(4, (await test.TryBindAsync([.. photos, voice])).Value.Count);
        Assert.Equal(4, (await test.RunAsync<ListMedia, IReadOnlyList<MediaItem>>(list => list.RunAsync(MediaSteps.Report, TestContext.Current.CancellationToken))).Count);
    }

    [Theory, OnBothDatabases]
    public async Task Uploads_no_report_named_are_gone_after_a_day(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var kept = (await test.AddAsync(Photos.FromPhone())).Value.Id;
        await test.BindAsync(kept);
        var keptFiles = test.StoredFiles();
        await test.AddAsync(Photos.FromPhone());
        await test.RunAsync<BeginUpload, Result<MediaId>>(begin => begin.RunAsync(1000, Declared.Nothing, "web", new(), TestContext.Current.CancellationToken));

        test.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await CleanAsync(test));
        test.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(2, await CleanAsync(test));

        Assert.Equal(keptFiles.Order(), test.StoredFiles().Order());
        Assert.NotEmpty(await test.ReadAsync(kept, MediaRole.Original));
    }

    private static Task<int> CleanAsync(TestDatabase test) => test.RunAsync<CleanUnboundMedia, int>(clean => clean.RunAsync(TestContext.Current.CancellationToken));
}
