namespace Minqing.Storage.Verifying;

/// <summary>Whether every identity that was kept is still there, or was erased by a step that the journal knows.</summary>
internal static class VaultCheck
{
    private const string Lost = "select id from reports where has_phone and not exists (select 1 from vault where vault.report = reports.id)";

    private const string Silent = """
        select report from vault where (erased_at is not null or wrapped_key is null or sealed is null)
        and not exists (select 1 from identity_logs l where l.id = vault.report and l.erased_at is not null)
        """;

    private const string Undone = "select report from vault join identity_logs l on l.id = vault.report where l.erased_at is not null and wrapped_key is not null";

    public static async Task RunAsync(Snapshot snapshot, Findings findings, CancellationToken ct)
    {
        foreach (var (sql, what) in ((string, string)[])[
            (Lost, "the reporter's identity was removed from the vault"),
            (Silent, "the reporter's identity was destroyed and no entry says so"),
            (Undone, "the reporter's identity was erased and is there again")])
        {
            await foreach (var row in snapshot.RowsAsync(sql, [], ct))
                findings.Add($"Report {Cells.Told(row[0])}", what);
        }
    }
}
