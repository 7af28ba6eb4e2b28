using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.People;

/// <summary>The table of permissions against permissions.csv, which people read and check.</summary>
public sealed class PermissionTests
{
    private const string Own = "62/04/02/001/";
    private static readonly UnitId Mine = new(Guid.Parse("0198f000-0000-7000-8000-000000000001"));
    private static readonly UnitId Other = new(Guid.Parse("0198f000-0000-7000-8000-000000000002"));
    private static readonly string[][] Lines = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "People", "permissions.csv")).Select(l => l.Split(','))];

    /// <summary>Each situation, and in which cells of the file it is allowed.</summary>
    public static readonly TheoryData<string, string, bool, string> Situations = new()
    {
        { "my own region", Own, false, "area anywhere" },
        { "a region below mine", Own + "201/001/", false, "area anywhere" },
        { "the region above mine", "62/04/02/", false, "anywhere" },
        { "a region beside mine", "62/04/02/002/", false, "anywhere" },
        { "a region whose code begins like mine", "62/04/02/0010/", false, "anywhere" },
        { "another city", "62/05/", false, "anywhere" },
        { "with my unit, beside my region", "62/04/02/002/201/001/", true, "unit anywhere" },
        { "with my unit, below my region", Own + "201/001/", true, "area unit anywhere" },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    [Trait("Spec", "P-11")]
    public void Every_role_may_exactly_what_the_file_says(string situation, string path, bool withMyUnit, string allowedIn)
    {
        foreach (var (role, permission, cell) in Cells())
        {
            var expected = allowedIn.Split(' ').Contains(cell);
            Assert.True(expected == Scope.Of([Post(role)], permission).Covers(path, [withMyUnit ? Mine : Other]), $"{role} {permission} for {situation}: {cell}");
        }
    }

    [Fact]
    [Trait("Spec", "P-11")]
    public void The_file_names_every_role_and_every_permission()
    {
        Assert.Equal(Enum.GetNames<Role>(), Lines[0][1..]);
        Assert.Equal([.. Enum.GetNames<Permission>(), "sensitive"], Lines[1..].Select(l => l[0]));
    }

    [Fact]
    [Trait("Spec", "P-11")]
    public void Sensitive_appeals_of_the_area_show_only_to_the_roles_that_the_file_says()
    {
        foreach (var (role, permission, cell) in Cells().Where(c => c.Cell == "area"))
        {
            var sees = Cell("sensitive", role) == "yes";
            Assert.True(sees == Scope.Of([Post(role)], permission).Covers(Own, [Other], sensitive: true), $"{role} {permission}");
        }
    }

    [Fact]
    [Trait("Spec", "P-11")]
    public void What_stands_with_my_unit_is_seen_even_when_it_is_sensitive() =>
        Assert.True(Scope.Of([Post(Role.DepartmentOfficer)], Permission.SeeAppeal).Covers("62/04/05/", [Mine], sensitive: true));

    [Fact]
    [Trait("Spec", "P-11")]
    public void A_post_limited_to_categories_shows_no_other_and_nothing_without_one()
    {
        var scope = Scope.Of([Post(Role.TownCentre, "water")], Permission.SeeAppeal);

        Assert.Equal([true, false, false], new[] { "water", "roads", null }.Select(c => scope.Covers(Own, [], c)));
    }

    [Fact]
    [Trait("Spec", "O-04")]
    public void Without_a_post_nothing_is_allowed() =>
        Assert.All(Enum.GetValues<Permission>(), p => Assert.True(Scope.Of([], p).IsEmpty));

    [Fact]
    [Trait("Spec", "P-15")]
    public void No_role_of_the_three_administrators_has_what_another_has()
    {
        Role[] three = [Role.Administrator, Role.SecurityAdministrator, Role.AuditAdministrator];
        var permissions = three.SelectMany(r => Permissions.Of(r)).Select(g => g.Permission).ToList();

        Assert.Distinct(permissions);
        Assert.DoesNotContain(Permission.SeeAppeal, permissions);
    }

    [Fact]
    [Trait("Spec", "P-11")]
    public void Of_two_posts_the_wider_one_is_asked_alone()
    {
        var village = Post(Role.VillageSecretary) with { Path = Own + "201/" };

        var scope = Scope.Of([village, Post(Role.TownHead)], Permission.SeeAppeal);

        Assert.Equal(Own, Assert.Single(scope.Reaches).Area?.Value);
    }

    [Fact]
    [Trait("Spec", "P-11")]
    public void A_wide_post_does_not_open_what_only_a_narrow_one_is_cleared_for()
    {
        var desk = Post(Role.FollowUpDesk) with { Path = Own + "201/" };

        var scope = Scope.Of([Post(Role.TownHead), desk], Permission.SeeAppeal);

        Assert.True(scope.Covers(Own + "201/001/", [], sensitive: true));
        Assert.False(scope.Covers(Own + "202/001/", [], sensitive: true));
    }

    [Fact]
    [Trait("Spec", "P-11")]
    public void No_flow_lets_a_role_do_what_the_table_refuses()
    {
        foreach (var step in Enum.GetValues<Step>())
        {
            var allowed = Enum.GetValues<Role>().Where(r => Permissions.Allow(r, step));
            var expected = Permissions.For(step) is { } permission ? Enum.GetValues<Role>().Where(r => Cell(permission.ToString(), r) != "no") : [];
            Assert.Equal(expected, allowed);
        }
    }

    private static IEnumerable<(Role Role, Permission Permission, string Cell)> Cells() =>
        from role in Enum.GetValues<Role>() from permission in Enum.GetValues<Permission>() select (role, permission, Cell(permission.ToString(), role));

    private static string Cell(string line, Role role) => Lines.Single(l => l[0] == line)[Array.IndexOf(Lines[0], role.ToString())];

    private static HeldPost Post(Role role, params string[] categories) => new(new(Guid.Empty), role, Mine, new(Guid.Empty), Own, categories, []);
}
