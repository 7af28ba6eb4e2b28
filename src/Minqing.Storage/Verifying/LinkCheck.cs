namespace Minqing.Storage.Verifying;

/// <summary>Which report is worked on in which appeal, against what the journal said when it was received or merged.</summary>
internal static class LinkCheck
{
    private const string Cut = """
        select 'Report', id from reports where not exists
        (select 1 from report_appeals l where l.report = reports.id and l.appeal = reports.appeal and l.since = reports.received_at)
        """;

    private const string Added = """
        select 'Report', l.report from report_appeals l where not exists
        (select 1 from reports r where r.id = l.report and (r.appeal = l.appeal or exists (select 1 from appeals a where a.id = r.appeal and a.merged_into = l.appeal)))
        """;

    public static async Task RunAsync(Snapshot snapshot, Findings findings, CancellationToken ct)
    {
        await snapshot.FindAsync(Cut, "its link to the appeal it came with was removed or changed", findings, ct);
        await snapshot.FindAsync(Added, "was linked to an appeal that no entry joined it to", findings, ct);
    }
}
