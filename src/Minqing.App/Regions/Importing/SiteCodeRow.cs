using System.Globalization;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Regions.Importing;

/// <summary>A row of a file of posted codes that can be used. <paramref name="Code"/> is null where a new one is to be made.</summary>
internal sealed record SiteCodeRow(Row Row, string? Code, Site Site)
{
    private const int LongestAddress = 200;
    private const int LongestBuilding = 100;

    public (RegionId, string, string) Place => (Site.Region, Site.Address, Site.Building);

    public static SiteCodeRow? Read(Row row, IReadOnlyDictionary<string, Region> regions, IReadOnlyDictionary<string, UnitId> units, RowProblems problems)
    {
        var code = SiteCodeText.Parse(row[SiteCodeColumns.Code]);
        var address = problems.Text(row, SiteCodeColumns.Address, LongestAddress);
        var kind = SiteCodeColumns.KindOf(row[SiteCodeColumns.Kind]);
        var region = regions.GetValueOrDefault(RegionCode.Complete(row[SiteCodeColumns.Region]) ?? "");
        UnitId? unit = units.TryGetValue(row[SiteCodeColumns.Unit], out var id) ? id : null;
        var wrong = code is null && Not(row, SiteCodeColumns.Code);
        wrong |= kind is null && Not(row, SiteCodeColumns.Kind);
        wrong |= region is null && Not(row, SiteCodeColumns.Region, always: true);
        wrong |= unit is null && Not(row, SiteCodeColumns.Unit);
        var point = PointOf(row, ref wrong);
        if (region is { Level: not (RegionLevel.Village or RegionLevel.Grid) } or { ClosedOn: not null })
        {
            problems.Add(row, new SiteNeedsGrid());
            wrong = true;
        }

        if (row[SiteCodeColumns.Building] is { Length: > LongestBuilding })
        {
            problems.Add(row, new CellTooLong(SiteCodeColumns.Building.Name, LongestBuilding));
            wrong = true;
        }

        return wrong || address is null ? null : new(row, code, new(kind!.Value, region!.Id, address, row[SiteCodeColumns.Building], point, unit));

        bool Not(Row row, Column column, bool always = false)
        {
            if (row[column].Length == 0 && !always)
                return false;
            problems.Add(row, row[column].Length == 0 ? new CellMissing(column.Name) : new CellNotUnderstood(column.Name, row[column]));
            return true;
        }

        Point? PointOf(Row row, ref bool wrong)
        {
            var (lat, lon) = (Degrees(row[SiteCodeColumns.Lat], 90), Degrees(row[SiteCodeColumns.Lon], 180));
            wrong |= lat is null && Not(row, SiteCodeColumns.Lat, always: lon is not null);
            wrong |= lon is null && Not(row, SiteCodeColumns.Lon, always: lat is not null);
            return lat is null || lon is null ? null : new(lat.Value, lon.Value);
        }
    }

    // As many decimals as are stored, or the same file would differ from what it made.
    private static double? Degrees(string text, double atMost) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= atMost ? Math.Round(degrees, 6) : null;
}
