using Minqing.App.Media;
using Minqing.Domain.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Media;

[Trait("Spec", "I-12")]
public sealed class ResumedUploadTests
{
    private static readonly Declared Stated = new(new(35.7, 105.1), Photos.TakenAt);
    private static readonly byte[] Photo = Photos.FromPhone(4000, 3000);

    [Theory, OnBothDatabases]
    public async Task An_upload_goes_on_where_the_line_was_lost(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var id = await BeginAsync(test, Photo.Length);

        Assert.Equal(30_000, Assert.IsType<UploadBroken>((await SendAsync(test, id, 0, new BrokenStream(Photo, 30_000))).Problem).Offset);
        Assert.Equal(30_000, (await AskAsync(test, id)).Value.Offset);
        Assert.Equal(30_000, Assert.IsType<OtherOffset>((await SendAsync(test, id, 0, new MemoryStream(Photo))).Problem).Offset);
        Assert.Equal(40_000, (await SendAsync(test, id, 30_000, new MemoryStream(Photo[30_000..40_000]))).Value.Offset);
        var done = (await SendAsync(test, id, 40_000, new MemoryStream(Photo[40_000..]))).Value;

        Assert.Equal(("image/jpeg", id), (done.Added!.ContentType, done.Added.Id));
        var origin = (await test.BindAsync(id)).Origin;
        Assert.Equal((Photos.Lat, 35.7, Photos.TakenAt), (origin.Point!.Lat, origin.DeclaredPoint!.Lat, origin.DeclaredAt));
    }

    [Theory, OnBothDatabases]
    public async Task Bytes_on_the_way_are_not_readable_on_the_disk_and_gone_at_the_end(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var id = await BeginAsync(test, Photo.Length);
        await SendAsync(test, id, 0, new MemoryStream(Photo[..20_000]));

        var part = File.ReadAllBytes(Assert.Single(test.StoredFiles()));
        Assert.All(Photos.Traces, trace => Assert.False(Photos.Holds(part, trace)));

        await SendAsync(test, id, 20_000, new MemoryStream(Photo[20_000..]));
        Assert.DoesNotContain(test.StoredFiles(), file => file.Contains("uploads", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task The_last_piece_sent_again_gets_the_same_answer(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var id = await BeginAsync(test, Photo.Length);
        var first = (await SendAsync(test, id, 0, new MemoryStream(Photo))).Value;

        var again = (await SendAsync(test, id, 0, new MemoryStream(Photo))).Value;

        Assert.Equal(first.Added, again.Added);
        Assert.Equal(first.Added, (await AskAsync(test, id)).Value.Added);
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_upload_stays_refused_and_says_why(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var id = await BeginAsync(test, 8);

        Assert.IsType<MediaTypeNotTaken>((await SendAsync(test, id, 0, new MemoryStream("<script>"u8.ToArray()))).Problem);

        Assert.Equal(nameof(MediaTypeNotTaken), (await AskAsync(test, id)).Value.Refusal);
        Assert.IsType<AttachmentNotFound>((await test.TryBindAsync([id])).Problem);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task More_than_was_announced_is_not_taken(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var id = await BeginAsync(test, 1000);

        Assert.IsType<MediaTooLarge>((await SendAsync(test, id, 0, new MemoryStream(new byte[200_000]))).Problem);
        Assert.IsType<MediaTooLarge>((await test.RunAsync<BeginUpload, Result<MediaId>>(begin => begin.RunAsync(1L << 40, Stated, "web", new(), TestContext.Current.CancellationToken))).Problem);
        Assert.IsType<NoSuchMedia>((await SendAsync(test, new(Guid.CreateVersion7()), 0, new MemoryStream(Photo))).Problem);
    }

    [Fact]
    public async Task A_record_that_a_crash_cut_off_does_not_count()
    {
        await using var test = await TestDatabase.OnAsync(Engine.Sqlite);
        var id = await BeginAsync(test, Photo.Length);
        await SendAsync(test, id, 0, new MemoryStream(Photo[..10_000]));
        await SendAsync(test, id, 10_000, new MemoryStream(Photo[10_000..30_000]));
        var part = Assert.Single(test.StoredFiles());
        await using (var file = File.OpenWrite(part))
        {
            file.SetLength(file.Length - 5);
        }

        Assert.Equal(10_000, (await AskAsync(test, id)).Value.Offset);
        Assert.NotNull((await SendAsync(test, id, 10_000, new MemoryStream(Photo[10_000..]))).Value.Added);
    }

    private static async Task<MediaId> BeginAsync(TestDatabase test, long size) =>
        (await test.RunAsync<BeginUpload, Result<MediaId>>(begin => begin.RunAsync(size, Stated, "web", new(), TestContext.Current.CancellationToken))).Value;

    private static Task<Result<UploadProgress>> SendAsync(TestDatabase test, MediaId id, long offset, Stream body) =>
        test.RunAsync<ContinueUpload, Result<UploadProgress>>(upload => upload.RunAsync(id, offset, body, new(), TestContext.Current.CancellationToken));

    private static Task<Result<UploadProgress>> AskAsync(TestDatabase test, MediaId id) =>
        test.RunAsync<AskUpload, Result<UploadProgress>>(ask => ask.RunAsync(id, TestContext.Current.CancellationToken));
}
