using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Limiting;
using Minqing.App.Notices.OwnReports;
using Minqing.Domain.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

[Trait("Spec", "I-14")]
public sealed partial class OwnReportsTests
{
    private const string Stranger = "13900000009";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_code_sent_to_a_phone_opens_what_was_reported_with_it(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();
        await scene.ReportAsync(keepIdentity: true);

        Assert.True((await AskAsync(scene, "+86 138-0000-0001")).Ok);
        var code = await SentAsync(scene);
        var proven = await CheckAsync(scene, Phones.Reporter, code);
        var own = await scene.Test.RunAsync<ListOwnReports, IReadOnlyList<OwnReport>>(u => u.RunAsync(proven.Value, Ct));

        Assert.Equal(["楼道灯坏了三天", "楼道灯坏了三天"], own.Select(o => o.Words));
        Assert.All(own, o => Assert.Equal((15, 6), (o.Number.Length, o.QueryCode.Length)));
        scene.Test.Clock.Advance(ProvenPhone.Lifetime);
        Assert.Empty(await scene.Test.RunAsync<ListOwnReports, IReadOnlyList<OwnReport>>(u => u.RunAsync(proven.Value, Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task A_known_and_an_unknown_number_are_answered_and_stored_alike(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();

        var answers = new List<Result<PhoneCodeAsked>>();
        foreach (var phone in new[] { Phones.Reporter, Stranger })
            answers.Add(await AskAsync(scene, phone));
        await scene.RunAsync();

        Assert.Equal(answers[0].Value, answers[1].Value);
        Assert.Single(scene.Phones.Received, s => s.Text.Contains("验证码", StringComparison.Ordinal));
        await using var db = scene.Test.NewDb();
        Assert.Equal(2, await db.PhoneCodes.CountAsync(Ct));
        Assert.Equal(2, await db.Outbox.CountAsync(m => m.Kind == DeliverPhoneCode.Kind && m.DoneAt != null && m.FailedAt == null, Ct));
    }

    [Theory, OnBothDatabases]
    public async Task A_code_is_good_once_for_ten_minutes_and_for_five_tries(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();

        await AskAsync(scene, Phones.Reporter);
        var used = await SentAsync(scene);
        Assert.True((await CheckAsync(scene, Phones.Reporter, used)).Ok);
        Assert.IsType<PhoneCodeWrong>((await CheckAsync(scene, Phones.Reporter, used)).Problem);

        await AskAsync(scene, Phones.Reporter);
        var guessed = await SentAsync(scene);
        for (var i = 0; i < 5; i++)
            Assert.IsType<PhoneCodeWrong>((await CheckAsync(scene, Phones.Reporter, guessed == "000000" ? "000001" : "000000")).Problem);
        Assert.IsType<PhoneCodeWrong>((await CheckAsync(scene, Phones.Reporter, guessed)).Problem);

        await AskAsync(scene, Phones.Reporter);
        var old = await SentAsync(scene);
        scene.Test.Clock.Advance(PhoneCodes.Lifetime);
        Assert.IsType<PhoneCodeWrong>((await CheckAsync(scene, Phones.Reporter, old)).Problem);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task A_phone_is_not_made_to_ring_all_day(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);

        for (var i = 0; i < 3; i++)
            Assert.True((await AskAsync(scene, Stranger)).Ok);
        Assert.IsType<TooManyRequests>((await AskAsync(scene, Stranger)).Problem);
        for (var i = 0; i < 7; i++)
        {
            scene.Test.Clock.Advance(TimeSpan.FromMinutes(11));
            Assert.True((await AskAsync(scene, Stranger)).Ok);
        }

        scene.Test.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.IsType<TooManyRequests>((await AskAsync(scene, Stranger)).Problem);
        scene.Test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await AskAsync(scene, Stranger)).Ok);
        Assert.IsType<NoSmsToThisNumber>((await AskAsync(scene, "0943 8221234")).Problem);
    }

    [Theory, OnBothDatabases]
    public async Task Neither_number_nor_code_lies_in_the_database(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();
        await AskAsync(scene, Phones.Reporter);
        var code = await SentAsync(scene);

        await using var db = scene.Test.NewDb();
        var (row, message) = (await db.PhoneCodes.SingleAsync(Ct), await db.Outbox.SingleAsync(m => m.Kind == DeliverPhoneCode.Kind, Ct));

        Assert.Equal(row.Id.ToString(), message.Payload);
        Assert.Equal(32, row.Phone.Length);
        Assert.DoesNotContain(code, message.Payload, StringComparison.Ordinal);
    }

    private static Task<Result<PhoneCodeAsked>> AskAsync(NoticeScene scene, string phone) =>
        scene.Test.RunAsync<AskPhoneCode, Result<PhoneCodeAsked>>(u => u.RunAsync(phone, Ct));

    private static Task<Result<ProvenPhone>> CheckAsync(NoticeScene scene, string phone, string code) =>
        scene.Test.RunAsync<CheckPhoneCode, Result<ProvenPhone>>(u => u.RunAsync(phone, code, Ct));

    // The newest code that reached the reporter's phone; a second passes, so that the next one is newer.
    private static async Task<string> SentAsync(NoticeScene scene)
    {
        await scene.RunAsync();
        scene.Test.Clock.Advance(TimeSpan.FromSeconds(1));
        return Code().Match(scene.Phones.Received.Last(s => s.Text.Contains("验证码", StringComparison.Ordinal)).Text).Groups[1].Value;
    }

    [GeneratedRegex("验证码是([0-9]{6})，10分钟内有效")]
    private static partial Regex Code();
}
