using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.People.Exporting;
using Minqing.App.People.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.People.Importing;

[Trait("Spec", "O-02")]
public sealed class ImportPeopleTests
{
    private const string Units = """
        code,name,kind,region,parent,serves
        U1,水川镇综治中心,governance-centre,620402100,,
        U2,水川镇派出所,派出所,620402100,U1,620402100201 620402100202
        """;

    private const string Persons = """
        工号,姓名,手机
        S1,王建国,199 0000 0001
        S2,李秀英,19900000002
        """;

    private const string Posts = """
        code,role,unit,region,rank,part,categories,holder,since
        P1,town-centre,U1,620402100,,head,,S1,2026-02-01
        P2,驻村民警,U2,620402100201,副职,,water roads,,
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-03")]
    [Trait("Spec", "O-04")]
    public async Task Units_people_and_posts_come_in_as_files(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await ImportAllAsync(city);

        await using var db = city.Test.NewDb();
        var police = await db.Units.SingleAsync(u => u.Code == "U2", Ct);
        var (p1, p2) = (await db.Posts.SingleAsync(p => p.Code == "P1", Ct), await db.Posts.SingleAsync(p => p.Code == "P2", Ct));
        Assert.Equal((UnitKind.PoliceStation, 2), (police.Kind, police.Areas.Count));
        Assert.Equal((Role.TownCentre, UnitPart.Head, PostRank.Principal), (p1.Role, p1.Part, p1.Rank));
        Assert.Equal((Role.VillagePolice, PostRank.Deputy, null), (p2.Role, p2.Rank, p2.Holder));
        Assert.Equal(["water", "roads"], p2.Categories);
        var holder = await db.Persons.SingleAsync(p => p.Id == p1.Holder, Ct);
        Assert.Equal(("王建国", "19900000001", "199****0001"), (holder.Name, holder.Phone, holder.MaskedPhone));
        Assert.Equal(new DateTime(2026, 1, 31, 16, 0, 0, DateTimeKind.Utc), p1.Holdings[0].Since);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_files_twice_change_nothing(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await ImportAllAsync(city);
        city.Test.Clock.Advance(TimeSpan.FromDays(3));
        var before = await CountAsync(city);

        var again = await ImportAllAsync(city);

        Assert.All(again, i => Assert.Equal((0, 0, 2), (i.Added, i.Changed, i.Same)));
        Assert.Equal(before, await CountAsync(city));
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_tells_what_would_be_and_changes_nothing(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var before = await CountAsync(city);

        var told = (await UnitsAsync(city, Units, dryRun: true)).Value;

        Assert.Equal((2, 0, true), (told.Added, told.Changed, told.DryRun));
        Assert.Equal(before, await CountAsync(city));
    }

    [Theory, OnBothDatabases]
    public async Task Every_bad_row_is_told_by_line_and_nothing_is_imported(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await ImportAllAsync(city);
        var before = await CountAsync(city);

        var refused = (RowsRefused)(await PostsAsync(city, """
            code,role,unit,region,holder,since
            P1,town-head,U1,620402100,S1,
            P3,town-head,U9,620402100,S1,
            P4,town-head,U1,620402999,S1,
            P5,king,U1,620402100,S1,
            P6,town-head,U1,620402100,S9,
            P7,town-head,U1,620402100,S1,2027-01-01
            P8,town-head,U1,620402100,S1,1.2.26
            P9,town-head,U1,620402100,S1,
            P9,town-head,U1,620402100,S1,
            """)).Problem!;

        Assert.Equal(
            [
                (2, new PostIsAnother("role")), (3, new UnitUnknown("unit", "U9")), (4, new RegionUnknown("region", "620402999000")),
                (5, new CellNotUnderstood("role", "king")), (6, new PersonUnknown("S9")), (7, new HolderRefused(new NotInTheFuture(city.Start))),
                (8, new CellNotUnderstood("since", "1.2.26")), (10, new RowTwice("code", "P9", 9)),
            ],
            refused.Rows.Select(r => (r.Line, r.Problem)));
        Assert.Equal(before, await CountAsync(city));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-03")]
    public async Task Bad_units_are_told_too(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await ImportAllAsync(city);

        var refused = (RowsRefused)(await UnitsAsync(city, """
            code,name,kind,region,parent,serves
            U1,水川镇综治中心,governance-centre,620402100,U2,
            U2,水川镇派出所,司法所,620402100,,
            U3,某站,volunteers,620402100,U8,
            U4,某站,volunteers,620402100,,620499
            U5,某站,volunteers,620402100,U5,
            U6,某站,volunteers,620402100,U7,
            U7,某站,volunteers,620402100,U6,
            """)).Problem!;

        Assert.Equal(
            [
                (3, new UnitIsOfAnotherKind(UnitKind.PoliceStation)), (4, new UnitUnknown("parent", "U8")),
                (5, new RegionUnknown("serves", "620499000000")), (6, new UnitAboveItself("U5")),
                (7, new UnitAboveItself("U7")), (8, new UnitAboveItself("U6")),
            ],
            refused.Rows.Select(r => (r.Line, r.Problem)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-04")]
    public async Task Another_holder_in_the_file_ends_one_holding_and_begins_the_next(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await ImportAllAsync(city);
        city.Test.Clock.Advance(TimeSpan.FromDays(10));

        var changed = (await PostsAsync(city, Posts.Replace("S1,2026-02-01", "S2,2026-03-05", StringComparison.Ordinal))).Value;

        await using var db = city.Test.NewDb();
        var post = await db.Posts.SingleAsync(p => p.Code == "P1", Ct);
        Assert.Equal((0, 1, 1), (changed.Added, changed.Changed, changed.Same));
        Assert.Equal(2, post.Holdings.Count);
        Assert.Equal(post.Holdings[0].Until, post.Holdings[1].Since);
        Assert.Equal(["post-opened", "post-left", "post-taken"], await db.Journal.Where(j => j.SubjectId == post.Id.Value).OrderBy(j => j.Seq).Select(j => j.Step).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-03")]
    public async Task A_renamed_unit_keeps_its_old_name_by_date(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await ImportAllAsync(city);
        city.Test.Clock.Advance(TimeSpan.FromDays(10));

        await UnitsAsync(city, "code,name,kind,region\nU2,水川派出所,police-station,620402100");

        await using var db = city.Test.NewDb();
        var unit = await db.Units.SingleAsync(u => u.Code == "U2", Ct);
        Assert.Equal(("水川派出所", "水川镇派出所"), (unit.Name, unit.At(city.Start.AddDays(5))!.Name));
        Assert.NotNull(unit.ParentId);
        Assert.Equal(2, unit.Areas.Count(a => a.Until is null));
    }

    [Theory, OnBothDatabases]
    public async Task What_goes_out_comes_back_unchanged(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await ImportAllAsync(city);

        var units = await UnitsAsync(city, await ExportAsync<ExportUnits>(city, (e, s) => e.RunAsync(s, Ct)));
        var persons = await PersonsAsync(city, await ExportAsync<ExportPersons>(city, (e, s) => e.RunAsync(s, Ct)));
        var posts = await PostsAsync(city, await ExportAsync<ExportPosts>(city, (e, s) => e.RunAsync(s, Ct)));

        foreach (var import in new[] { units, persons, posts })
            Assert.Equal((0, 0, import.Value.Rows), (import.Value.Added, import.Value.Changed, import.Value.Same));
        Assert.True(posts.Value.Rows > 20);
    }

    private static async Task<IReadOnlyList<Imported>> ImportAllAsync(SmallCity city) =>
        [(await UnitsAsync(city, Units)).Value, (await PersonsAsync(city, Persons)).Value, (await PostsAsync(city, Posts)).Value];

    private static Task<Result<Imported>> UnitsAsync(SmallCity city, string file, bool dryRun = false) =>
        city.Test.RunAsync<ImportUnits, Result<Imported>>(i => i.RunAsync(Encoding.UTF8.GetBytes(file), dryRun, Ct));

    private static Task<Result<Imported>> PersonsAsync(SmallCity city, string file) =>
        city.Test.RunAsync<ImportPersons, Result<Imported>>(i => i.RunAsync(Encoding.UTF8.GetBytes(file), false, Ct));

    private static Task<Result<Imported>> PostsAsync(SmallCity city, string file) =>
        city.Test.RunAsync<ImportPosts, Result<Imported>>(i => i.RunAsync(Encoding.UTF8.GetBytes(file), new("command"), false, Ct));

    private static async Task<string> ExportAsync<T>(SmallCity city, Func<T, Stream, Task<int>> run)
        where T : notnull
    {
        using var stream = new MemoryStream();
        await city.Test.RunAsync<T, int>(e => run(e, stream));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<(int Units, int Versions, int Persons, int Posts, int Entries)> CountAsync(SmallCity city)
    {
        await using var db = city.Test.NewDb();
        return (await db.Units.CountAsync(Ct), await db.Units.SumAsync(u => u.Versions.Count, Ct), await db.Persons.CountAsync(Ct), await db.Posts.CountAsync(Ct), await db.Journal.CountAsync(Ct));
    }
}
