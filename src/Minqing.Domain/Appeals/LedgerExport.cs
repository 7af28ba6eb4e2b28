using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>A file of the ledger or of another list that was taken away: who took it, what of it, how much. Written down before the file is given away, and never changed.</summary>
public sealed class LedgerExport : Aggregate
{
    private LedgerExport()
    {
    }

    public Guid Id { get; private set; }

    public override Subject Subject => new(SubjectKind.LedgerExport, Id);

    /// <summary>What was asked, as a filter spells it; of another list than the ledger with its name before it.</summary>
    public string Filter { get; private set; } = "";

    public ExportFormat Format { get; private set; }

    public int Rows { get; private set; }

    /// <summary>Whether there was more than one file holds.</summary>
    public bool More { get; private set; }

    public DateTime At { get; private set; }

    public PersonId? Person { get; private set; }

    public static LedgerExport Made(Guid id, LedgerExported exported, By by)
    {
        var export = new LedgerExport { Id = id };
        export.Take("export-ledger", by, [], [exported]);
        return export;
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        if (fact is not LedgerExported f)
        {
            throw new InvalidOperationException($"An export does not know {fact.GetType().Name}.");
        }

        (Filter, Format, Rows, More, At, Person) = (f.Filter, f.Format, f.Rows, f.More, by.At, by.Actor.Person);
    }
}

/// <summary>As what kind of file.</summary>
public enum ExportFormat
{
    Xlsx,

    /// <summary>CSV in UTF-8, with the mark by which spreadsheets know it.</summary>
    Csv,

    /// <summary>CSV in GB18030, for programs that know nothing else.</summary>
    CsvGb18030,
}

/// <summary>Lines of the ledger or of another list were taken away as a file.</summary>
/// <param name="Filter">Of another list its name goes before it.</param>
public sealed record LedgerExported(string Filter, ExportFormat Format, int Rows, bool More) : DomainEvent;
