using Minqing.App.Appeals.Dispatching;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>The duty list of each city leaves no category to chance, and names nobody whom the city does not have.</summary>
[Trait("Spec", "H-04")]
public sealed class EveryCategoryTests
{
    [Theory]
    [InlineData("baiyin", 47), InlineData("huining", 47), InlineData("yuejincun", 16), InlineData("wanyuan", 16)]
    public void Every_category_has_its_lead_its_limit_and_its_rule_wherever_it_is_reported(string city, int categories)
    {
        var report = Profiles.Check(city);
        var (profile, offices) = (report.Profile!, DemoOffice.Read(Profiles.Find(city)));
        Assert.Empty(report.Problems);
        Assert.Equal(categories, profile.Categories.Count);
        foreach (var (level, where) in Places(profile, offices))
        {
            foreach (var category in profile.Categories)
            {
                var should = Suggestion.Of(where, profile, category.Code, _ => false);
                var at = $"{category.Code} {category.Name}, {city}, {level}";
                Assert.True(should.Lead is not null, $"nobody has {at}");
                Assert.True(should.Duty is { Condition.Length: > 0 } && report.Places!.Of(should.Duty).Contains("/duties.yaml:", StringComparison.Ordinal), $"no line says who has {at}");
                Assert.True(profile.RepliesFor(Step.Finish, category.Code, where.Codes).First().Id == should.Duty!.Reply, $"the standard reply is not offered first for {at}");
                var by = profile.Levels.First(l => l.Region == should.Lead!.Level);
                Assert.True(profile.RowFor(ClockKind.Handle, by.No, category.Code, by.Grade, category.Urgency) is { Limit.Amount: > 0 } row && report.Places!.Of(row).Length > 0, $"no limit for {at}");
                if (level == RegionLevel.Village)
                {
                    Assert.True(should.ByDuty, $"{should.Duty!.Id} names a lead that {city} does not have");
                    Assert.True(should.Beside.Count == should.Duty!.Co.Count, $"{should.Duty.Id} names a co-unit that {city} does not have");
                    Assert.All(should.Beside.Prepend(should.Lead!), unit => Assert.True(CanFinish(profile, offices, unit), $"nobody of {unit.Name} can work on {at}"));
                }
            }
        }
    }

    [Fact]
    public void Wanyuan_has_the_towns_and_departments_that_its_lists_compare()
    {
        var folder = Profiles.Find("wanyuan");
        Assert.Equal(31, File.ReadLines(Path.Combine(folder, "regions.csv")).Count(l => l.Split(',')[2] == "township"));
        Assert.Equal(45, Places(Profiles.Load("wanyuan"), DemoOffice.Read(folder))[RegionLevel.Village].Units.Where(u => u is { Kind: UnitKind.Department, Level: RegionLevel.County, Field: not null }).Select(u => u.Name).Distinct().Count());
    }

    // One place of each level at which somebody handles, with the offices that the city has there and above.
    private static Dictionary<RegionLevel, Responsibility> Places(Profile profile, IReadOnlyList<DemoOffice> offices)
    {
        var rows = File.ReadLines(Path.Combine(Profiles.Find(profile.Id), "regions.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(r => r[0]);
        var village = rows.Values.First(r => r[2] == "village");
        var above = new List<string[]> { village };
        while (above[^1] is [_, _, _, { Length: > 0 } parent] && rows.TryGetValue(parent, out var next))
        {
            above.Add(next);
        }

        var no = 1;
        Guid Next() => new(no++, 0, 0, new byte[8]);
        var lineage = above.Select(r => (Code: r[0], Name: r[1], Level: Kebab.Parse<RegionLevel>(r[2])!.Value, Id: new RegionId(Next()))).ToList();
        var units = lineage.SelectMany(r => offices.Where(o => o.Level == r.Level).SelectMany(o => Fields(profile, offices, o)
            .Select(f => new ServingUnit(new(Next()), o.Kind, o.Name.Replace("{place}", r.Name, StringComparison.Ordinal).Replace("{field}", f, StringComparison.Ordinal), r.Level, r.Id, f)))).ToList();
        return profile.Levels.ToDictionary(l => l.Region, l =>
        {
            var own = lineage.SkipWhile(r => r.Level != l.Region).ToList();
            return new Responsibility(new([]), [.. units.Where(u => own.Exists(r => r.Id == u.Region))], own.ToDictionary(r => r.Level, r => r.Id)) { Codes = [.. own.Select(r => r.Code)] };
        });
    }

    private static IEnumerable<string?> Fields(Profile profile, IReadOnlyList<DemoOffice> offices, DemoOffice office) =>
        office.EachField ? profile.Fields.Select(f => (string?)f.Code).Where(f => offices.All(o => (o.Level, o.Kind, o.Field) != (office.Level, office.Kind, f))) : [office.Field];

    private static bool CanFinish(Profile profile, IReadOnlyList<DemoOffice> offices, ServingUnit unit)
    {
        var roles = profile.Flow.First(f => f.Step == Step.Finish).Roles;
        return offices.Where(o => (o.Level, o.Kind) == (unit.Level, unit.Kind) && (o.Field == unit.Field || o.EachField)).Any(o => o.Posts.Any(p => roles.Contains(p.RoleCode)));
    }
}
