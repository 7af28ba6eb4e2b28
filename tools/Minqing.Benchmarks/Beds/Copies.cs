using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Minqing.Storage;

namespace Minqing.Benchmarks.Beds;

/// <summary>The rows that the program wrote for the only case in a database, to be written again with other ids.</summary>
internal sealed class Copies
{
    private const string OfCase = "where subject_id in (select id from reports union select id from appeals)";

    private static readonly (string Table, string Where)[] All =
    [
        ("reports", ""), ("appeals", ""), ("report_appeals", ""), ("rounds", ""), ("work_orders", ""), ("clocks", OfCase), ("turns", OfCase), ("texts", OfCase), ("journal", OfCase),
        ("outbox", $"where lower(payload) in (select lower(cast(id as text)) from journal {OfCase})"), ("vault", ""), ("submission_keys", ""),
    ];

    private readonly Dictionary<Guid, int> ids = [];

    private Copies(IReadOnlyList<CopiedRow> rows) => Rows = rows;

    public IReadOnlyList<CopiedRow> Rows { get; private set; }

    public static async Task<Copies> ReadAsync(MinqingDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var rows = new List<CopiedRow>();
        foreach (var (table, where) in All)
            rows.AddRange(await ReadAsync(db.Database.GetDbConnection(), table, where, ct));
        await db.Database.CloseConnectionAsync();

        var copies = new Copies(rows);
        foreach (var id in rows.SelectMany(r => r.Cells).Where(c => c.Column == "id").Select(c => AsGuid(c.Value)!.Value))
            copies.ids.TryAdd(id, copies.ids.Count);
        return copies;
    }

    /// <summary>Ids and a number for one more case.</summary>
    public CopyKeys NewKeys(string? number = null) => new([.. ids.Select(_ => Guid.CreateVersion7())], number ?? Guid.NewGuid().ToString("N"));

    /// <summary>The new id that stands for that of the only row of a table.</summary>
    public Guid IdOf(string table, CopyKeys keys) => keys.Ids[ids[AsGuid(Rows.First(r => r.Table == table).Cells.First(c => c.Column == "id").Value)!.Value]];

    /// <summary>A cell of the copy, in the form the database keeps it in.</summary>
    public object Value(CopiedCell cell, CopyKeys keys) =>
        cell.Column is "number" or "key" && cell.Unique ? keys.Number
        : AsGuid(cell.Value) is { } id && ids.TryGetValue(id, out var at) ? InForm(cell.Value, keys.Ids[at])
        : cell.Value;

    private static async Task<List<CopiedRow>> ReadAsync(DbConnection connection, string table, string where, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from {table} {where}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<CopiedRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(table, [.. Enumerable.Range(0, reader.FieldCount)
                .Select(i => new CopiedCell(reader.GetName(i), reader.GetDataTypeName(i), reader.GetValue(i), table is "reports" or "submission_keys"))]));
        }

        return rows;
    }

    private static Guid? AsGuid(object value) => value switch
    {
        Guid id => id,
        string { Length: 36 } text when Guid.TryParse(text, out var id) => id,
        _ => null,
    };

    private static object InForm(object old, Guid id) => old is Guid ? id : old is string text && text.Any(char.IsAsciiLetterUpper) ? id.ToString().ToUpperInvariant() : id.ToString();
}

/// <summary>What makes one copy differ from the next.</summary>
internal sealed record CopyKeys(Guid[] Ids, string Number);

/// <summary>One row as the database holds it.</summary>
internal sealed record CopiedRow(string Table, IReadOnlyList<CopiedCell> Cells);

/// <summary>One cell; <paramref name="Unique"/> where number or key must be another each time.</summary>
internal sealed record CopiedCell(string Column, string Type, object Value, bool Unique);
