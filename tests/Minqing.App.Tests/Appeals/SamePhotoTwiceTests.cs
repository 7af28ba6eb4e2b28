using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Intake;
using Minqing.App.Media;
using Minqing.App.Tests.Media;
using Minqing.Domain.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class SamePhotoTwiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    [Trait("Spec", "H-31")]
    public async Task A_report_with_a_photo_sent_five_times_at_once_is_one(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        for (var round = 0; round < 5; round++)
        {
            var photo = (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value;
            var (key, submission) = (Guid.NewGuid().ToString(), Town.Noise() with { Attachments = [photo] });

            var receipts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => town.Test.RunAsync<SubmitReport, Result<Receipt>>(u => u.RunAsync(key, submission, Ct)))));

            Assert.All(receipts, r => Assert.Null(r.Problem));
            Assert.Single(receipts.Select(r => r.Value.Number).Distinct());
        }

        await using var db = town.Test.NewDb();
        Assert.Equal(5, await db.Reports.CountAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-30")]
    public async Task A_photo_of_another_report_is_not_taken(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var photo = (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value;
        await town.ReportAsync(Town.Noise() with { Attachments = [photo] });

        Assert.Equal(new AttachmentNotFound(photo), await town.RefusedAsync<SubmitReport, Receipt>(u => u.RunAsync(Guid.NewGuid().ToString(), Town.Noise() with { Attachments = [photo] }, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    public async Task An_attachment_that_was_never_sent_is_named(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);

        Assert.Equal(new AttachmentNotFound(Guid.Empty), await town.RefusedAsync<SubmitReport, Receipt>(u => u.RunAsync("one", Town.Noise() with { Attachments = [Guid.Empty] }, Ct)));
    }
}
