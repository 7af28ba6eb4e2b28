using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.People;

/// <summary>Leave and duty of a post while its holders come and go (O-06).</summary>
[Trait("Spec", "O-06")]
public sealed class PostLeaveTests
{
    private static readonly DateTime Day1 = new(2026, 3, 1, 16, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Wang = new(Guid.CreateVersion7());
    private static readonly PersonId Li = new(Guid.CreateVersion7());
    private static readonly PersonId Zhao = new(Guid.CreateVersion7());

    [Fact]
    public void The_leave_of_who_went_ends_with_the_next_holder_and_the_duty_of_others_goes_on()
    {
        var post = Held();
        Assert.Null(post.NameStandIn(Zhao, Day(4), Day(20), At(3)));
        Assert.Null(post.NameStandIn(Zhao, Day(25), Day(28), At(3)));
        Assert.Null(post.PutOnRoster(Zhao, Day(10), Day(11), At(3)));

        post.EndHolding(Day(6), At(6));
        Assert.True(Stands(post, Zhao, 7));
        post.Appoint(Li, Day(8), At(8));

        Assert.DoesNotContain(post.StandIns, s => !s.Shift && (s.Covers(Day(9)) || s.Covers(Day(26))));
        Assert.True(Stands(post, Zhao, 10));
    }

    [Fact]
    public void Who_is_appointed_again_after_a_slip_is_still_on_leave()
    {
        var post = Held();
        post.NameStandIn(Zhao, Day(4), Day(20), At(3));
        post.EndHolding(Day(6), At(6));

        post.Appoint(Wang, Day(6), At(6));

        Assert.True(Stands(post, Zhao, 9));
    }

    [Fact]
    public void Who_leaves_a_post_has_no_shift_of_it_any_more()
    {
        var post = Held();
        post.PutOnRoster(Wang, Day(10), Day(11), At(3));
        post.PutOnRoster(Zhao, Day(12), Day(13), At(3));

        post.EndHolding(Day(6), At(6));

        Assert.Equal((false, true), (Stands(post, Wang, 10), Stands(post, Zhao, 12)));
    }

    [Fact]
    public void Who_leaves_service_stands_in_and_has_duty_no_more_from_then_on()
    {
        var post = Held();
        post.NameStandIn(Zhao, Day(4), Day(20), At(3));
        post.PutOnRoster(Zhao, Day(12), Day(13), At(3));
        post.PutOnRoster(Li, Day(14), Day(15), At(3));

        post.Relieve(Zhao, At(6));

        Assert.Equal((true, false, false, true), (Stands(post, Zhao, 5), Stands(post, Zhao, 7), Stands(post, Zhao, 12), Stands(post, Li, 14)));
        var taken = post.Taken.Count;
        post.Relieve(Zhao, At(6));
        Assert.Equal(taken, post.Taken.Count);
    }

    [Fact]
    public void What_was_called_off_before_it_began_keeps_no_days_and_is_not_called_off_again()
    {
        var post = Held();
        post.NameStandIn(Zhao, Day(10), Day(15), At(3));
        post.PutOnRoster(Zhao, Day(20), Day(21), At(3));
        Assert.Null(post.EndStandIn(1, At(4)));
        Assert.Null(post.EndStandIn(2, At(4)));

        Assert.IsType<NoSuchAbsence>(post.EndStandIn(1, At(4)));
        Assert.Null(post.NameStandIn(Li, Day(8), Day(15), At(4)));
        Assert.Null(post.PutOnRoster(Li, Day(19), Day(21), At(4)));
        Assert.IsType<StoodInAlready>(post.NameStandIn(Zhao, Day(14), Day(16), At(4)));
    }

    private static bool Stands(Post post, PersonId person, int day) => post.StandIns.Any(s => s.Person == person && s.Covers(Day(day)));

    private static Post Held() => Post.Open(
        new(Guid.CreateVersion7()),
        new("620402001201-s", Role.VillageSecretary, PostRank.Principal, UnitPart.Head, new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), [], Day1),
        At(1), Wang);

    private static DateTime Day(int no) => Day1.AddDays(no - 1);

    private static By At(int day) => new(Actor.Platform, Day(day));
}
