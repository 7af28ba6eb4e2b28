using Minqing.App.Kernel.Tables;

namespace Minqing.App.People.Importing;

/// <summary>A row of the file that makes sense by itself.</summary>
internal sealed record PersonRow(Row Row, string Code, string Name, string? Phone)
{
    public static PersonRow? Read(Row row, RowProblems problems)
    {
        var code = problems.Text(row, PersonColumns.Code, Longest.Code);
        var name = problems.Text(row, PersonColumns.Name, Longest.PersonName);
        var phone = row[PersonColumns.Phone].Replace(" ", "").Replace("-", "");
        if (phone.Length > 0 && (phone.TrimStart('+') is var digits && (digits.Length is < 5 or > 15 || !digits.All(char.IsAsciiDigit))))
        {
            problems.Add(row, new PhoneNotUsable());
            return null;
        }

        return code is null || name is null ? null : new(row, code, name, phone.Length == 0 ? null : phone);
    }
}
