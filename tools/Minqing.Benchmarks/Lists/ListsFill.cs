using System.Globalization;
using Minqing.Benchmarks.Beds;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.Benchmarks.Lists;

/// <summary>Very many cases: some wait on the same people, one in a hundred on others, the rest were settled long ago.</summary>
internal sealed class ListsFill(Copies copies, MinqingDb db) : CaseFill(copies, db)
{
    private const int WaitingOnMe = 300;

    // What a settled case no longer needs, or never does for reading.
    private static readonly HashSet<string> Left = ["vault", "outbox", "submission_keys"];

    private readonly Copies copies = copies;

    /// <summary>Report numbers of some of the cases, with their reports' ids.</summary>
    public List<(string Number, ReportId Report)> Known { get; } = [];

    protected override bool Keeps(string table) => !Left.Contains(table);

    protected override bool IsOpen(int no) => no < WaitingOnMe || no % 100 == 0;

    protected override object? Instead(string table, CopiedCell cell, CaseCopy one) => (table, cell.Column) switch
    {
        ("turns", "key") when one.No >= WaitingOnMe => string.Create(CultureInfo.InvariantCulture, $"tier1:{one.No % 997:x32}"),
        ("clocks", "wake_at") => DBNull.Value,
        _ => null,
    };

    protected override void Written(CaseCopy one)
    {
        if (one.No % 97 == 0)
            Known.Add((one.Keys.Number, new(copies.IdOf("reports", one.Keys))));
    }
}
