namespace Minqing.Storage.Verifying;

/// <summary>Whether every identity that was kept is still the one that came with its report, or was erased by a step that the journal knows.</summary>
internal static class VaultCheck
{
    private const string Lost = "select 'Report', id from reports where has_phone and not exists (select 1 from vault where vault.report = reports.id)";

    private const string Foreign = "select 'Report', report from vault where not exists (select 1 from reports r where r.id = vault.report and r.received_at = vault.kept_at)";

    private const string Silent = """
        select 'Report', report from vault where (erased_at is not null or wrapped_key is null or sealed is null)
        and not exists (select 1 from identity_logs l where l.id = vault.report and l.erased_at = vault.erased_at)
        """;

    private const string Undone = "select 'Report', report from vault join identity_logs l on l.id = vault.report where l.erased_at is not null and (wrapped_key is not null or sealed is not null or phone_index is not null)";

    // Of what held a secret the words go, and who said it stays.
    private const string Half = """
        select 'Report', r.id from reports r join vault v on v.report = r.id where r.erased_at is not null and v.erased_at is null
        and not exists (select 1 from report_appeals l join appeals a on a.id = l.appeal where l.report = r.id and a.purged_at is not null)
        """;

    public static async Task RunAsync(Snapshot snapshot, Findings findings, CancellationToken ct)
    {
        foreach (var (sql, what) in ((string, string)[])[
            (Lost, "the reporter's identity was removed from the vault"),
            (Foreign, "its identity in the vault is not the one that came with it"),
            (Silent, "the reporter's identity was destroyed and no entry says so"),
            (Undone, "the reporter's identity was erased and is there again"),
            (Half, "was erased, but the reporter's identity was left")])
        {
            await snapshot.FindAsync(sql, what, findings, ct);
        }
    }
}
