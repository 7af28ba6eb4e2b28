using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Appeals.Lists;

/// <summary>What somebody looks for in a list: a piece of the words, of the place, or the number on a receipt.</summary>
public sealed record Search
{
    private const int LongestText = 40;

    private Search(string text) => (Text, Number) = (text, ReportNumber.Parse(text));

    public string Text { get; }

    /// <summary>The number, where it is one.</summary>
    public string? Number { get; }

    /// <summary>Null where nothing is asked.</summary>
    public static Search? Of(string? typed) =>
        typed?.Trim() is { Length: > 0 } text ? new(text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)]) : null;

    /// <summary>Whether a line as it is shown has it. Words that are masked for the reader are not found by what the mask hides.</summary>
    public bool IsShown(string? masked, string address) =>
        Number is not null || masked?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true || address.Contains(Text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Searches as conditions of queries: the one way in which every list is searched.</summary>
internal static class Searches
{
    /// <summary>The appeals in which it is found; all of them where nothing is asked.</summary>
    public static IQueryable<Appeal> Saying(this IQueryable<Appeal> appeals, MinqingDb db, Search? search) => search switch
    {
        null => appeals,
        { Number: { } number } => appeals.Where(a => db.Numbered(number).Contains(a.Id) && a.Stage != Stage.Merged),
        { Text: var text } => appeals.Where(a => a.Address.Contains(text) || db.Texts.Any(t => t.Id == a.Words && t.Words!.Contains(text))),
    };

    /// <summary>The turns of such appeals.</summary>
    public static IQueryable<Turn> Saying(this IQueryable<Turn> turns, MinqingDb db, Search? search) => search switch
    {
        null => turns,
        { Number: { } number } => turns.Where(t => db.Numbered(number).Contains(t.Appeal)),
        { Text: var text } => turns.Where(t => db.Appeals.Any(a => a.Id == t.Appeal && (a.Address.Contains(text) || db.Texts.Any(x => x.Id == a.Words && x.Words!.Contains(text))))),
    };

    /// <summary>The appeals in which the report of a number stands: of what was split every part; by the number's index, then by keys.</summary>
    public static IQueryable<AppealId> Numbered(this MinqingDb db, string number) =>
        db.Reports.Where(r => r.Number == number).Join(db.ReportAppeals, r => r.Id, l => l.Report, (_, l) => l.Appeal);
}
