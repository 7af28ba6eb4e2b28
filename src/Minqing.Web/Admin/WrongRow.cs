using Minqing.App.Administration.Files;
using Minqing.App.Kernel.Tables;
using Minqing.App.People.Importing;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Web.Texts;

namespace Minqing.Web.Admin;

/// <summary>A row of a file that cannot be used: on which line, in which column as people call it, and why.</summary>
public sealed record WrongRow(int Line, string? Column, string Why)
{
    private const int Shown = 200;

    /// <summary>The columns of a kind of file.</summary>
    public static IReadOnlyList<Column> ColumnsOf(FileKind kind) => kind switch
    {
        FileKind.Regions => RegionColumns.All,
        FileKind.Codes => SiteCodeColumns.All,
        FileKind.Units => UnitColumns.All,
        FileKind.People => PersonColumns.All,
        FileKind.Posts => PostColumns.All,
        FileKind.Roster => RosterColumns.All,
    };

    /// <summary>What people call a column.</summary>
    public static string NameOf(Column column) => column.Aliases.FirstOrDefault() ?? column.Name;

    public static IReadOnlyList<WrongRow> Of(FileKind kind, RowsRefused refused)
    {
        var columns = ColumnsOf(kind);
        return [.. refused.Rows.Take(Shown).Select(r => Of(columns, r))];
    }

    private static WrongRow Of(IReadOnlyList<Column> columns, RowProblem row)
    {
        var column = row.Problem is NotValid { Field: { } field } ? columns.FirstOrDefault(c => c.Name == field) : null;
        var why = ProblemWords.Of(row.Problem).Shown;
        return column is null ? new(row.Line, null, why) : new(row.Line, NameOf(column), why.Replace($"“{column.Name}”", $"“{NameOf(column)}”", StringComparison.Ordinal));
    }
}
