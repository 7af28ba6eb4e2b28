using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.Web.Demo;

/// <summary>Made-up places where codes hang: buildings of estates in town, groups of households in the country, a notice board each.</summary>
internal static class DemoSites
{
    private const int HouseholdsOfGroup = 30;

    private static readonly string[] Streets = ["胜利街", "文化路", "建设路", "友好路", "公园路", "长安路", "兴隆街", "育才路", "东环路", "西环路", "清泉路", "利民巷", "向阳街", "迎宾路"];

    private static readonly string[] Estates =
    [
        "铜城花园", "惠民小区", "凤凰家园", "丰泽园", "锦绣家园", "安居苑", "育才小区", "和谐家园", "西城雅居", "祥和苑", "兴业小区", "金鱼嘉苑", "绿洲家园", "康乐小区", "阳光苑", "紫荆花园",
        "银河小区", "春晓苑", "安泰家园", "福源小区",
    ];

    // The seats of the counties (and of one street) that come with the program; other cities' codes have no position.
    private static readonly Dictionary<string, Point> Seats = new()
    {
        ["620402000000"] = new(36.5449, 104.1739),
        ["620403000000"] = new(36.7283, 104.8190),
        ["620421000000"] = new(36.5614, 104.6767),
        ["620422000000"] = new(35.6928, 105.0530),
        ["620423000000"] = new(37.1836, 104.0632),
        ["511781000000"] = new(32.0812, 108.0344),
        ["500104002000"] = new(29.4886, 106.4802),
    };

    public static IEnumerable<(Region Region, Site Site)> Of(Region village, IReadOnlyList<Region> grids, string county)
    {
        var name = RegionName.Short(village.Name);
        var estate = new Random(Seed(village.Code)).GetItems(Estates, 1)[0];
        for (var no = 0; no < grids.Count; no++)
        {
            var random = new Random(Seed(grids[no].Code));
            var at = Around(county, village.Code, random);
            foreach (var (address, building, kind) in DemoRegions.IsUrban(village) ? InTown(name, estate, no, random) : InCountry(name, no))
                yield return (grids[no], new(kind, grids[no].Id, address, building, Near(at, random)));
        }

        var board = grids.Count > 0 ? grids[0] : village;
        yield return (board, new(SiteCodeKind.Board, board.Id, $"{name}便民服务大厅公示栏", "", Near(Around(county, village.Code, new(Seed(village.Code))), new(Seed(village.Code)))));
    }

    // One grid is some buildings of an estate, and a street with shops.
    private static IEnumerable<(string Address, string Building, SiteCodeKind Kind)> InTown(string village, string estate, int no, Random random)
    {
        var buildings = random.Next(2, 5);
        for (var i = 1; i <= buildings; i++)
            yield return ($"{village}{estate}{DemoRegions.Numeral((no / 3) + 1)}期", $"{(no % 3 * 4) + i}号楼", SiteCodeKind.Building);
        yield return ($"{village}{Streets[random.Next(Streets.Length)]}{(no * 20) + random.Next(1, 20)}号", "", SiteCodeKind.Street);
    }

    // One grid is two groups (社) of some sixty households.
    private static IEnumerable<(string Address, string Building, SiteCodeKind Kind)> InCountry(string village, int no)
    {
        for (var group = (no * 2) + 1; group <= (no * 2) + 2; group++)
        {
            for (var part = 0; part < 2; part++)
                yield return ($"{village}{DemoRegions.Numeral(group)}社", $"{(part * HouseholdsOfGroup) + 1}至{(part + 1) * HouseholdsOfGroup}户", SiteCodeKind.Households);
        }
    }

    // A town lies within some 15 km of its county's seat, a village within 4 km of that, a grid within 500 m; a street alone is small.
    private static Point? Around(string county, string village, Random grid)
    {
        if (!Seats.TryGetValue(county, out var seat))
            return null;
        var (town, within) = (new Random(Seed(village[..9])), new Random(Seed(village)));
        if (village.StartsWith(county[..9], StringComparison.Ordinal))
            return new(seat.Lat + Spread(within, 0.008) + Spread(grid, 0.002), seat.Lon + Spread(within, 0.009) + Spread(grid, 0.002));
        return new(
            seat.Lat + Spread(town, 0.13) + Spread(within, 0.035) + Spread(grid, 0.004),
            seat.Lon + Spread(town, 0.16) + Spread(within, 0.043) + Spread(grid, 0.005));
    }

    private static Point? Near(Point? point, Random random) =>
        point is null ? null : new(Math.Round(point.Lat + Spread(random, 0.001), 6), Math.Round(point.Lon + Spread(random, 0.001), 6));

    private static double Spread(Random random, double by) => ((random.NextDouble() * 2) - 1) * by;

    private static int Seed(string code) => code.Aggregate(17, (seed, digit) => unchecked((seed * 31) + digit));
}
