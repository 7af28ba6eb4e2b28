using Minqing.App.Notices;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;

namespace Minqing.App.Tests.Notices;

[Trait("Spec", "P-05")]
public sealed class NoticeTextsTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    public static TheoryData<NoticeKind, ClockKind> Every => [.. from kind in Enum.GetValues<NoticeKind>() from clock in Enum.GetValues<ClockKind>() select (kind, clock)];

    [Theory, MemberData(nameof(Every))]
    public void Every_kind_of_notice_has_short_words(NoticeKind kind, ClockKind clock)
    {
        var texts = new NoticeTexts(Profiles.Load("baiyin"));
        var notice = new Notice { Id = Guid.Empty, Person = default, Appeal = default, Kind = kind, Address = "红卫社区3号楼2单元", Clock = clock, DueAt = Now.AddDays(1), CreatedAt = Now };

        var sms = texts.Sms(notice, new("https://minqing.example.cn/l/0123456789012345678901234567890123456789012"), Now);

        Assert.InRange(sms.Length, 20, 140); // two parts of an SMS at most
        Assert.DoesNotContain('{', sms + texts.Line(notice, Now));
    }

    [Fact]
    public void A_limit_of_today_is_told_without_the_day()
    {
        var texts = new NoticeTexts(Profiles.Load("baiyin"));
        var notice = new Notice { Id = Guid.Empty, Person = default, Appeal = default, Kind = NoticeKind.FirstCall, Address = "3号楼", Clock = ClockKind.FirstCall, DueAt = Now.AddMinutes(30), CreatedAt = Now };

        Assert.Contains("09:30前", texts.Line(notice, Now), StringComparison.Ordinal);
        Assert.Contains("3月2日09:30前", texts.Line(notice, Now.AddDays(1)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-14")]
    public void What_somebody_types_as_a_place_has_no_room_for_a_message_of_its_own()
    {
        var texts = new NoticeTexts(Profiles.Load("baiyin"));
        var notice = new Notice { Id = Guid.Empty, Person = default, Appeal = default, Kind = NoticeKind.FirstCall, Address = new string('字', 24) + "请马上点 http://evil.example/", CreatedAt = Now };

        var sms = texts.Sms(notice, new("https://minqing.example.cn/l/0"), Now);

        Assert.DoesNotContain("evil", sms, StringComparison.Ordinal);
        Assert.Contains("https://minqing.example.cn/l/0", sms, StringComparison.Ordinal);
    }
}
