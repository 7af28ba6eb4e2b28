using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.People;

public sealed class PostTests
{
    private static readonly DateTime Day1 = new(2026, 3, 1, 16, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Wang = new(Guid.CreateVersion7());
    private static readonly PersonId Li = new(Guid.CreateVersion7());

    [Fact]
    [Trait("Spec", "O-04")]
    public void Who_held_it_at_an_instant_is_known_ever_after()
    {
        var post = Opened();
        post.Appoint(Wang, Day(2), At(2));
        post.EndHolding(Day(10), At(10));
        post.Appoint(Li, Day(12), At(12));

        List<int> days = [1, 2, 9, 10, 12];
        Assert.Equal([null, Wang, Wang, null, Li], days.Select(d => post.HeldAt(Day(d))));
    }

    [Fact]
    [Trait("Spec", "O-04")]
    public void A_post_has_one_holder_at_a_time()
    {
        var post = Opened();
        post.Appoint(Wang, Day(2), At(2));

        Assert.Equal(new PostAlreadyHeld(Wang), post.Appoint(Li, Day(3), At(3)).Problem);
    }

    [Fact]
    [Trait("Spec", "O-04")]
    public void The_next_holder_cannot_begin_before_the_last_one_left()
    {
        var post = Opened();
        post.Appoint(Wang, Day(2), At(2));
        post.EndHolding(Day(10), At(10));

        Assert.Equal(new TooEarlyForPost(Day(10)), post.Appoint(Li, Day(9), At(12)).Problem);
    }

    [Fact]
    [Trait("Spec", "O-04")]
    public void Nobody_is_appointed_for_a_later_day() => Assert.Equal(new NotInTheFuture(Day(2)), Opened().Appoint(Wang, Day(3), At(2)).Problem);

    [Fact]
    [Trait("Spec", "O-04")]
    public void A_vacant_post_cannot_be_left() => Assert.IsType<PostNotHeld>(Opened().EndHolding(Day(3), At(3)).Problem);

    [Fact]
    [Trait("Spec", "O-04")]
    public void Closing_a_post_ends_its_holding_and_nobody_takes_it_again()
    {
        var post = Opened();
        post.Appoint(Wang, Day(2), At(2));

        post.Close(Day(5), At(5));

        Assert.Null(post.Holder);
        Assert.Null(post.HeldAt(Day(5)));
        Assert.Equal(new PostIsClosed(Day(5)), post.Appoint(Li, Day(6), At(6)).Problem);
    }

    [Fact]
    [Trait("Spec", "O-04")]
    [Trait("Spec", "H-30")]
    public void The_journal_alone_gives_the_post_back()
    {
        var post = Opened();
        post.Appoint(Wang, Day(2), At(2));
        post.EndHolding(Day(10), At(10));
        post.Appoint(Li, Day(12), At(12));
        post.Close(Day(20), At(20));

        var again = Post.Blank(post.Id);
        again.Rebuild(post.Taken);

        Assert.Equivalent(
            new { post.Code, post.Role, post.Rank, post.Part, post.Unit, post.Region, post.Since, post.Until, post.Holder, post.Holdings },
            new { again.Code, again.Role, again.Rank, again.Part, again.Unit, again.Region, again.Since, again.Until, again.Holder, again.Holdings },
            strict: true);
    }

    private static Post Opened() => Post.Open(
        new(Guid.CreateVersion7()),
        new("620402001201-s", Role.VillageSecretary, PostRank.Principal, UnitPart.Head, new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), [], Day1),
        At(1));

    private static DateTime Day(int no) => Day1.AddDays(no - 1);

    private static By At(int day) => new(Actor.Platform, Day(day));
}
