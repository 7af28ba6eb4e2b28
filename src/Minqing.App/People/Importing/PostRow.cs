using System.Globalization;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.People.Importing;

/// <summary>A row of the file that makes sense by itself.</summary>
internal sealed record PostRow(
    Row Row, string Code, Role Role, string Unit, string Region, PostRank Rank, UnitPart Part, IReadOnlyList<string> Categories, string? Holder, DateOnly? Since)
{
    public static PostRow? Read(Row row, RowProblems problems)
    {
        var code = problems.Text(row, PostColumns.Code, Longest.Code);
        var role = PostColumns.Roles.Read(row, PostColumns.Role, null, problems);
        var unit = problems.Text(row, PostColumns.Unit, Longest.Code);
        var region = problems.Text(row, PostColumns.Region, Longest.Code);
        var rank = PostColumns.Ranks.Read(row, PostColumns.Rank, PostRank.Principal, problems);
        var part = PostColumns.Parts.Read(row, PostColumns.Part, UnitPart.Member, problems);
        DateOnly? since = null;
        if (row[PostColumns.Since] is { Length: > 0 } text)
        {
            if (!DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                problems.Add(row, new CellNotUnderstood(PostColumns.Since.Name, text));
                return null;
            }

            since = day;
        }

        return code is null || role is null || unit is null || region is null || rank is null || part is null
            ? null
            : new(row, code, role.Value, unit, RegionCode.Complete(region) ?? region, rank.Value, part.Value, row.List(PostColumns.Categories), row[PostColumns.Holder] is { Length: > 0 } holder ? holder : null, since);
    }
}
