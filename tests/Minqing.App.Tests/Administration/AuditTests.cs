using Minqing.App.Administration.Auditing;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.App.People.Duty;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>What the audit administrator reads, and nobody else of the three.</summary>
[Trait("Spec", "P-12")]
[Trait("Spec", "P-15")]
public sealed class AuditTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Who_saw_a_reporter_took_a_file_and_changed_a_post_or_a_region_is_read_by_the_audit_administrator(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        var (secretary, police, county) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village), await town.AsAsync(Role.CountyHead, SmallCity.County));
        await town.RunAsync<OpenIdentity, Identity>(async u => await u.RunAsync(secretary, (await town.CaseAsync(id)).Main.Id, OpeningPurpose.LegalRequest, "法院调取函〔2026〕1号", Ct));
        await town.Test.RunAsync<ExportLedger, Result<ExportDone>>(u => u.RunAsync(county, LedgerFilter.None, ExportFormat.Csv, async lines => { await foreach (var _ in lines.All) { } }, Ct));
        var day = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);
        await town.RunAsync<NameStandIn, Done>(u => u.RunAsync(secretary, secretary.Posts[0].Id, police.Person, day.AddDays(1), day.AddDays(2), Ct));
        await town.RunAsync<PlanRename, ReorganisationId>(async u => await u.RunAsync(await town.City.AdministratorAsync(), new(SmallCity.Village, null, "新村", null, "白政发〔2026〕4号"), Ct));

        var (opened, export, away, renamed) = (await NewestAsync(town, AuditKind.Identities), await NewestAsync(town, AuditKind.Exports), await NewestAsync(town, AuditKind.Posts), await NewestAsync(town, AuditKind.Regions));

        Assert.Equal((secretary.Person, ReportNumber.Grouped(receipt.Number), "法院调取函〔2026〕1号"), (opened.Actor.Person, opened.About, opened.Words));
        Assert.Equal((county.Person, 1), (export.Actor.Person, Assert.IsType<LedgerExported>(Assert.Single(export.Facts)).Rows));
        Assert.Equal((secretary.Person, "stand-in-named", true), (away.Actor.Person, away.Step, away.Concerned is { Length: > 0 }));
        Assert.Equal(("reorganise", "村201 → 新村"), (renamed.Step, renamed.About));
    }

    [Theory, OnBothDatabases]
    public async Task Neither_of_the_two_other_administrators_reads_it_and_of_another_area_nothing_is_shown(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var auditor = await AuditorAsync(town);
        var elsewhere = auditor with { Posts = [.. auditor.Posts.Select(p => p with { Path = "99/" })] };

        foreach (var other in new[] { await town.City.AdministratorAsync(), await town.City.SecurityAdministratorAsync(), await town.AsAsync(Role.CityPoliticalLegalSecretary, SmallCity.City) })
            Assert.IsType<NotForYou>(await town.RefusedAsync<ListAudit, AuditPage>(u => u.RunAsync(other, AuditKind.Posts, null, Ct)));
        Assert.Empty((await PageAsync(town, elsewhere, AuditKind.Posts)).Rows);
        var first = await PageAsync(town, auditor, AuditKind.Posts);
        Assert.Equal(first.Rows.Skip(3).Select(r => r.Id), (await PageAsync(town, auditor, AuditKind.Posts, first.Rows[2].Id)).Rows.Select(r => r.Id).Take(first.Rows.Count - 3));
    }

    // Made on the server; here the administrator's place with the other role.
    private static async Task<Viewer> AuditorAsync(Town town) =>
        await town.City.AdministratorAsync() is var admin ? admin with { Posts = [.. admin.Posts.Select(p => p with { Role = Role.AuditAdministrator })] } : admin;

    private static async Task<AuditRow> NewestAsync(Town town, AuditKind kind) => (await PageAsync(town, await AuditorAsync(town), kind)).Rows[0];

    private static Task<AuditPage> PageAsync(Town town, Viewer viewer, AuditKind kind, Guid? after = null) => town.RunAsync<ListAudit, AuditPage>(u => u.RunAsync(viewer, kind, after, Ct));
}
