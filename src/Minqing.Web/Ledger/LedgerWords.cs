using Minqing.App.Appeals.Ledger;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Web.Staff;
using Minqing.Web.Texts;

namespace Minqing.Web.Ledger;

/// <summary>What things are called in the ledger.</summary>
public static class LedgerWords
{
    public static string Of(Stage stage) => StaffWords.Of(stage);

    public static string Of(LedgerMark mark) => Words.Say($"ledger.mark.{mark.Name()}");

    public static string Of(Channel source) => Words.Say($"ledger.source.{source.Name()}");

    public static string Of(Outcome outcome) => StaffWords.Of(outcome);

    public static string Of(ExportFormat format) => Words.Say($"ledger.format.{format.Name()}");

    /// <summary>With its number; from a thousand on only that there are at least so many.</summary>
    public static string Counted(string what, int? number) => number switch
    {
        null or 0 => what,
        >= CountLedger.AtMost => $"{what} {CountLedger.AtMost}+",
        _ => $"{what} {number}",
    };

    /// <summary>Who leads it, and who works beside; empty while nobody leads.</summary>
    public static string Units(LedgerRow row) => row.Beside.Count == 0 ? row.Lead ?? "" : Words.Say("ledger.beside", ("Lead", row.Lead ?? Of(row.Stage)), ("Beside", string.Join('、', row.Beside)));

    /// <summary>What came of asking the reporter: the rating, or why there is none; null while nobody asked.</summary>
    public static string? Asked(LedgerRow row) => row.Rating is { } rating ? Words.Say($"rating.{rating}") : row.Asked is { } asked ? Words.Say("ledger.not-rated", ("Why", row.AskedByLink ? Words.Say("staff.did.kept-silent") : StaffWords.Of(asked))) : null;
}
