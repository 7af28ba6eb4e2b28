using System.Globalization;
using Minqing.App.Appeals.Lists;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Ledger;

/// <summary>Which appeals of the ledger somebody wants to see. Its text is what stands in an address, in a saved filter and in the record of an export.</summary>
public sealed record LedgerFilter
{
    private const int LongestText = 40;

    private static readonly string[] Codes = ["from", "to", "stage", "mark", "source", "outcome"];

    public static LedgerFilter None { get; } = new();

    /// <summary>The first day of receipt.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of receipt.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A region's code.</summary>
    public string? Region { get; init; }

    public string? Category { get; init; }

    public Stage? Stage { get; init; }

    public LedgerMark? Mark { get; init; }

    /// <summary>A piece of the name of the unit that leads, or works beside the lead.</summary>
    public string? Unit { get; init; }

    public Channel? Source { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>A piece of words or place, or a number.</summary>
    public string? Words { get; init; }

    /// <summary>The filter as it is spelled: its parts by name, in order.</summary>
    public IEnumerable<(string Name, string Value)> Parts
    {
        get
        {
            (string, string?)[] all =
            [
                ("q", Words), ("from", Day(From)), ("to", Day(To)), ("region", Region), ("category", Category), ("stage", Stage?.Name()),
                ("mark", Mark?.Name()), ("unit", Unit), ("source", Source?.Name()), ("outcome", Outcome?.Name()),
            ];
            return all.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!));
        }
    }

    /// <summary>As it stands in an address, without the question mark; empty for all.</summary>
    public string Text => string.Join('&', Parts.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>Reads what a form, an address or a saved filter says. What is left empty is not asked.</summary>
    public static Result<LedgerFilter> Read(Func<string, string?> part)
    {
        string? Said(string name) => part(name)?.Trim() is { Length: > 0 } text ? text : null;

        var filter = new LedgerFilter
        {
            Words = Short(Said("q")),
            From = DayOf(Said("from")),
            To = DayOf(Said("to")),
            Region = Said("region"),
            Category = Said("category"),
            Stage = Code<Stage>(Said("stage")),
            Mark = Code<LedgerMark>(Said("mark")),
            Unit = Short(Said("unit")),
            Source = Code<Channel>(Said("source")),
            Outcome = Code<Outcome>(Said("outcome")),
        };
        var heard = filter.Parts.Select(p => p.Name).ToHashSet();
        return Codes.FirstOrDefault(n => Said(n) is not null && !heard.Contains(n)) is { } unheard ? new FilterNotUnderstood(unheard)
            : filter.From > filter.To ? new FilterNotUnderstood("to")
            : filter;
    }

    /// <summary>Whether it names few by itself, through an index of theirs: then all of them are looked through.</summary>
    public bool IsSelective => Unit is not null || IsNumber || Mark is LedgerMark.Late or LedgerMark.NearDue or LedgerMark.Suspended || Stage is not (null or Domain.Policy.Stage.Settled);

    /// <summary>Whether it asks for one number, which leads to few by their keys.</summary>
    public bool IsNumber => Search.Of(Words)?.Number is not null;

    /// <summary>Whether it asks for more than time and place.</summary>
    public bool IsPicky => (this with { From = null, To = null, Region = null }) != None;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9999 ? day : null;

    private static string? Short(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;

    private static T? Code<T>(string? name)
        where T : struct, Enum => name is null ? null : Kebab.Parse<T>(name);
}

/// <summary>What an appeal of the ledger may be marked with besides its stage.</summary>
public enum LedgerMark
{
    /// <summary>A limit has passed, and what it was for is not done.</summary>
    Late,

    /// <summary>The last warning before a limit was given.</summary>
    NearDue,

    /// <summary>Sent back down, or a result of it refused by the check.</summary>
    Returned,

    /// <summary>Its time stands still.</summary>
    Suspended,

    /// <summary>More time was granted.</summary>
    Extended,
}

/// <summary>A part of the filter is no such thing.</summary>
public sealed record FilterNotUnderstood(string Part) : NotValid(Part);
