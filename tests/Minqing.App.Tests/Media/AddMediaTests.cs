using Microsoft.EntityFrameworkCore;
using Minqing.App.Media;
using Minqing.App.Media.Formats;
using Minqing.Domain.Kernel;
using Minqing.Storage.Media;
using Minqing.Testing;

namespace Minqing.App.Tests.Media;

[Trait("Spec", "I-30")]
public sealed class AddMediaTests
{
    private static readonly MediaLimits Limits = new();

    [Theory, OnBothDatabases]
    public async Task Place_and_time_are_read_and_nothing_stored_holds_them(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var added = (await AddAsync(test, Photos.FromPhone())).Value;
        var bound = await test.BindAsync(added.Id);

        Assert.Equal((MediaKind.Photo, "image/jpeg"), (added.Kind, added.ContentType));
        Assert.Equal((Photos.Lat, Photos.Lon), (bound.Origin.Point!.Lat, bound.Origin.Point.Lon));
        Assert.Equal(Photos.TakenAt, bound.Origin.At);
        Assert.All(test.StoredFiles(), file => Assert.All(Photos.Traces, trace => Assert.False(Photos.Holds(File.ReadAllBytes(file), trace))));
        foreach (var role in Enum.GetValues<MediaRole>())
        {
            var shown = await test.ReadAsync(added.Id, role);
            Assert.All(Photos.Traces, trace => Assert.False(Photos.Holds(shown, trace)));
        }
    }

    [Theory, OnBothDatabases]
    public async Task What_stands_on_the_disk_is_named_by_its_hash_and_unreadable_without_the_key(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        await AddAsync(test, Photos.FromPhone());

        await using var db = test.NewDb();
        var row = await db.Media.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(row.Files.Select(f => f.Hash).Order(), test.StoredFiles().Select(Path.GetFileName).Order());
        Assert.All(test.StoredFiles(), file =>
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
            Assert.True(bytes.AsSpan().StartsWith("MQM1"u8));
        });
    }

    [Theory, OnBothDatabases]
    public async Task The_same_photo_of_two_people_is_two_files(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        await AddAsync(test, Photos.FromPhone());
        await AddAsync(test, Photos.FromPhone());

        Assert.Equal(4, test.StoredFiles().Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_large_photo_gets_previews_upright_and_without_metadata(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var added = (await AddAsync(test, Photos.FromPhone(4000, 3000, orientation: 6))).Value;
        await test.BindAsync(added.Id);

        foreach (var (role, width, height) in new[] { (MediaRole.Large, 1200, 1600), (MediaRole.Small, 240, 320) })
        {
            var preview = await test.ReadAsync(added.Id, role);
            var clean = CleanMedia.From(MediaFormat.Jpeg, preview, 1).Value;
            Assert.Equal((width, height), (clean.Width, clean.Height));
            Assert.Equal(new Exif(null, null, 1), Exif.Of(preview));
            Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(preview), StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Webp_gives_previews_without_its_place(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var added = (await AddAsync(test, Photos.WebP())).Value;
        var bound = await test.BindAsync(added.Id);

        Assert.Equal(Photos.Lat, bound.Origin.Point!.Lat);
        Assert.Equal("image/webp", added.ContentType);
        Assert.Null(Exif.Of(await test.ReadAsync(added.Id, MediaRole.Small)).Point);
        Assert.Null(Exif.Of(await test.ReadAsync(added.Id, MediaRole.Original)).Point);
    }

    [Theory]
    [OnBothDatabases(MediaFormat.Amr)]
    [OnBothDatabases(MediaFormat.Wav)]
    public async Task Voice_becomes_playable_everywhere(Engine engine, MediaFormat format)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var added = (await AddAsync(test, CleanMediaTests.Sample(format))).Value;
        await test.BindAsync(added.Id);

        var playable = CleanMedia.From(MediaFormat.M4a, await test.ReadAsync(added.Id, MediaRole.Playable), 1).Value;
        Assert.True(playable.Plays);
        Assert.InRange(playable.Length!.Value.TotalSeconds, 0.9, 1.2);
        Assert.Equal(format, MediaFormats.Of(await test.ReadAsync(added.Id, MediaRole.Original)));
    }

    [Theory, OnBothDatabases]
    public async Task Without_the_tools_originals_are_taken_and_heic_is_not(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine, services => services.UseMedia(new() { VipsThumbnail = "none", Ffmpeg = "none" }));

        Assert.Equal("image/jpeg", (await AddAsync(test, Photos.FromPhone(4000, 3000))).Value.ContentType);
        Assert.Equal("audio/amr", (await AddAsync(test, Sounds.Amr())).Value.ContentType);
        Assert.IsType<HeicNotTaken>((await AddAsync(test, Heic(400, 300))).Problem);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_taken_is_refused_by_name_and_leaves_nothing(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var small = Limits with { PhotoBytes = 2000, VoiceBytes = 2000 };

        Assert.IsType<MediaTypeNotTaken>((await AddAsync(test, "<script>"u8.ToArray())).Problem);
        Assert.IsType<MediaTypeNotTaken>((await AddAsync(test, [])).Problem);
        Assert.IsType<VideoNotTaken>((await AddAsync(test, Sounds.M4a("vide"))).Problem);
        Assert.IsType<MediaUnreadable>((await AddAsync(test, Photos.FromPhone()[..^60])).Problem);
        Assert.IsType<MediaUnreadable>((await AddAsync(test, Photos.Png(8, 8, announcedOnly: true)[..^40])).Problem);
        Assert.IsType<MediaUnreadable>((await AddAsync(test, Heic(400, 300))).Problem);
        Assert.IsType<TooManyPixels>((await AddAsync(test, Photos.Png(60_000, 60_000, announcedOnly: true))).Problem);
        Assert.IsType<TooManyPixels>((await AddAsync(test, Heic(60_000, 60_000))).Problem);
        Assert.IsType<VoiceTooLong>((await AddAsync(test, Sounds.Amr(50 * 601))).Problem);
        Assert.IsType<MediaTooLarge>((await AddAsync(test, Photos.Jpeg(4000, 3000), small)).Problem);
        Assert.Empty(test.StoredFiles());
    }

    [Theory, OnBothDatabases]
    public async Task A_body_that_breaks_off_leaves_nothing(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var result = await test.RunAsync<AddMedia, Result<AddedMedia>>(add => add.RunAsync(new BrokenStream(Photos.FromPhone(4000, 3000), 9000), Declared.Nothing, "web", Limits, TestContext.Current.CancellationToken));

        Assert.IsType<UploadBroken>(result.Problem);
        Assert.Empty(test.StoredFiles());
    }

    private static byte[] Heic(int width, int height) =>
    [
        .. Box("ftyp", [.. "heic\0\0\0\0heicmif1"u8]), .. Box("meta", [0, 0, 0, 0, .. Box("iprp", Box("ipco", Box("ispe", [0, 0, 0, 0, .. Photos.Big(width), .. Photos.Big(height)])))]), .. Box("mdat", new byte[100]),
    ];

    private static byte[] Box(string name, byte[] body) => [.. Photos.Big(body.Length + 8), .. System.Text.Encoding.ASCII.GetBytes(name), .. body];

    private static Task<Result<AddedMedia>> AddAsync(TestDatabase test, byte[] bytes, MediaLimits? limits = null) => test.AddAsync(bytes, limits);
}
