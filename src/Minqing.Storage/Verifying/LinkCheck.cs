namespace Minqing.Storage.Verifying;

/// <summary>Which report is worked on in which appeal, against what the journal said when it was received, split or merged.</summary>
internal static class LinkCheck
{
    private const string Cut = """
        select 'Report', id from reports where not exists
        (select 1 from report_appeals l where l.report = reports.id and l.appeal = reports.appeal and l.since = reports.received_at)
        """;

    // The words of a part are a text of the report that it was taken from.
    private const string Parted = """
        select 'Report', t.subject_id from appeals a join texts t on t.id = a.words where a.split_from is not null and not exists
        (select 1 from report_appeals l where l.report = t.subject_id and l.appeal = a.id)
        """;

    private const string Left = """
        select 'Report', l.report from report_appeals l join appeals a on a.id = l.appeal where a.merged_into is not null and not exists
        (select 1 from report_appeals m where m.report = l.report and m.appeal = a.merged_into)
        """;

    private const string Added = """
        select 'Report', l.report from report_appeals l where not
        (exists (select 1 from reports r where r.id = l.report and r.appeal = l.appeal)
        or (l.via is null and exists (select 1 from appeals a join texts t on t.id = a.words where a.id = l.appeal and a.split_from is not null and t.subject_id = l.report))
        or exists (select 1 from appeals v join report_appeals b on b.appeal = v.id where v.id = l.via and v.merged_into = l.appeal and b.report = l.report))
        """;

    public static async Task RunAsync(Snapshot snapshot, Findings findings, CancellationToken ct)
    {
        await snapshot.FindAsync(Cut, "its link to the appeal it came with was removed or changed", findings, ct);
        await snapshot.FindAsync(Parted, "its link to a part of it was removed", findings, ct);
        await snapshot.FindAsync(Left, "its link to the appeal that its own went into was removed", findings, ct);
        await snapshot.FindAsync(Added, "was linked to an appeal that no entry joined it to", findings, ct);
    }
}
