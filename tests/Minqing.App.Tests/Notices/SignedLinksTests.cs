using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

[Trait("Spec", "P-15")]
public sealed class SignedLinksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_link_lets_one_person_at_one_appeal_for_a_day(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var appeal = await scene.ReportAsync();
        await scene.RunAsync();
        var secretary = (await scene.City.PostAsync(Role.VillageSecretary, SmallCity.Village)).Holder!.Value;
        var notice = (await scene.NoticesAsync(NoticeKind.FirstCall)).Single(n => n.Person == secretary);
        var token = scene.Test.Services.GetRequiredService<SignedLinks>().To(notice, scene.City.Start).Segments[^1];

        var opened = (await OpenAsync(scene, token)).Value;
        Assert.Equal((secretary, appeal, "link"), (opened.Viewer.Person, opened.Appeal, opened.Viewer.Client));
        Assert.Contains(scene.Phones.OfOfficials, s => s.Text.EndsWith("/l/" + token, StringComparison.Ordinal));

        scene.Test.Clock.Advance(TimeSpan.FromHours(23));
        Assert.True((await OpenAsync(scene, token)).Ok);

        scene.Test.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<LinkExpired>((await OpenAsync(scene, token)).Problem);
    }

    [Fact]
    public async Task A_changed_link_is_no_link()
    {
        await using var test = await TestDatabase.OnAsync(Engine.Sqlite);
        var links = test.Services.GetRequiredService<SignedLinks>();
        var (now, notice) = (new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), Guid.CreateVersion7());
        var token = links.Token(notice, now.AddHours(1));
        Assert.Equal(notice, links.Read(token, now).Value);

        // Every sign but the last, whose spare bits say nothing.
        foreach (var at in Enumerable.Range(0, token.Length - 1))
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            Assert.IsType<LinkNotValid>(links.Read(changed, now).Problem);
        }

        foreach (var wrong in new[] { null, "", "x", token + "A", new string('/', 43), new string('=', 43) })
            Assert.IsType<LinkNotValid>(links.Read(wrong, now).Problem);
    }

    private static Task<Result<LinkOpened>> OpenAsync(NoticeScene scene, string token) =>
        scene.Test.RunAsync<OpenLink, Result<LinkOpened>>(open => open.RunAsync(token, Ct));
}
