using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>A city with one unit a level, and the posts in them. Every post has its own person.</summary>
internal static class City
{
    public const string Path = "62/04/02/001/201/";

    public static readonly RegionId Village = new(Id(101));
    public static readonly RegionId Township = new(Id(102));
    public static readonly RegionId County = new(Id(103));

    public static readonly HeldPost Secretary = Post(1, Role.VillageSecretary, 1, Path, new TierKey(1, Village));
    public static readonly HeldPost Police = Post(2, Role.VillagePolice, 1, Path, new TierKey(1, Village));
    public static readonly HeldPost Commissioner = Post(3, Role.TownCommissioner, 11, "62/04/02/001/", new TierKey(2, Township));
    public static readonly HeldPost TownCentre = Post(4, Role.TownCentre, 2, "62/04/02/001/");
    public static readonly HeldPost OtherOfTownCentre = Post(5, Role.TownCentre, 2, "62/04/02/001/");
    public static readonly HeldPost CountyCentre = Post(6, Role.CountyCentre, 3, "62/04/02/");
    public static readonly HeldPost OtherOfCountyCentre = Post(7, Role.CountyCentre, 3, "62/04/02/");
    public static readonly HeldPost Desk = Post(8, Role.FollowUpDesk, 3, "62/04/02/");
    public static readonly HeldPost CityCentre = Post(9, Role.CityCentre, 4, "62/04/");
    public static readonly HeldPost OtherOfCityCentre = Post(10, Role.CityCentre, 4, "62/04/");
    public static readonly HeldPost NextVillage = Post(11, Role.VillageSecretary, 12, "62/04/02/001/202/");

    public static readonly HeldPost Markets = Post(12, Role.DepartmentOfficer, 31, "62/04/02/");
    public static readonly HeldPost Streets = Post(13, Role.DepartmentOfficer, 32, "62/04/02/");
    public static readonly HeldPost Deputies = Post(14, Role.DeputyCommittee, 33, "62/04/02/");
    public static readonly HeldPost Office = Post(15, Role.CityOffice, 34, "62/04/02/");

    public static readonly HeldPost Leader = Post(16, Role.GridLeader, 1, Path, new TierKey(1, Village));
    public static readonly HeldPost Chief = Post(17, Role.StationChief, 35, Path);
    public static readonly HeldPost TownDesk = Post(18, Role.FollowUpDesk, 2, "62/04/02/001/");

    public static readonly IReadOnlyList<HeldPost> Posts =
    [
        Markets, Streets, Deputies, Office, Secretary, Police, Commissioner, TownCentre, OtherOfTownCentre, CountyCentre, OtherOfCountyCentre, Desk, CityCentre, OtherOfCityCentre, NextVillage,
        Leader, Chief, TownDesk,
    ];

    public static readonly IReadOnlyList<string> Ladder = [TurnKey.Of(1, Village), TurnKey.Of(2, Township), TurnKey.Of(3, Township)];

    public static LevelUnit At(int level) => new(level, new(Id(200 + level)));

    /// <summary>The unit of a post, at the county's level of handling.</summary>
    public static LevelUnit Of(HeldPost post) => new(3, post.Unit);

    public static UnitId Unit(int level) => At(level).Unit;

    public static PersonId PersonOf(HeldPost post) => new(Id(1000 + Posts.ToList().IndexOf(post)));

    public static Guid Id(int n) => new(n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private static HeldPost Post(int no, Role role, int unit, string path, params TierKey[] tiers) => new(new(Id(no)), role, new(Id(200 + unit)), new(Id(300 + unit)), path, [], tiers);
}
