using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Auditing;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Appeals.Lists;
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
            Assert.IsType<NotForYou>(await town.RefusedAsync<ListAudit, AuditPage>(u => u.RunAsync(other, AuditKind.Posts, null, null, Ct)));
        Assert.Empty((await PageAsync(town, elsewhere, AuditKind.Posts)).Rows);
        var first = await PageAsync(town, auditor, AuditKind.Posts);
        Assert.Equal(first.Rows.Skip(3).Select(r => r.Id), (await PageAsync(town, auditor, AuditKind.Posts, first.Rows[2].Id.ToString())).Rows.Select(r => r.Id).Take(first.Rows.Count - 3));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-11")]
    public async Task Who_opened_which_appeal_and_all_that_one_person_did_is_found_page_by_page(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        var (auditor, secretary, police) = (await AuditorAsync(town), await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));
        await town.RunAsync<OpenIdentity, Identity>(async u => await u.RunAsync(secretary, (await town.CaseAsync(id)).Main.Id, OpeningPurpose.FirstCall, null, Ct));
        foreach (var viewer in new[] { secretary, secretary, police })
            await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(viewer, id, Ct));
        for (var day = 0; day < 51; day++)
        {
            town.Pass(TimeSpan.FromDays(1));
            await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(police, id, Ct));
        }

        await using var db = town.Test.NewDb();
        var (name, code) = (await db.Persons.Where(p => p.Id == police.Person).Select(p => p.Name).SingleAsync(Ct), await db.Persons.Where(p => p.Id == secretary.Person).Select(p => p.Code).SingleAsync(Ct));
        var first = await PageAsync(town, auditor, AuditKind.Accesses);
        var second = await PageAsync(town, auditor, AuditKind.Accesses, first.Next);
        var (his, hers) = (await PageAsync(town, auditor, AuditKind.Accesses, person: $" {name} "), await PageAsync(town, auditor, AuditKind.Accesses, person: code));

        Assert.Equal((50, 3, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.All(first.Rows.Concat(second.Rows), r => Assert.Equal((ReportNumber.Grouped(receipt.Number), null), (r.About, r.Words)));
        Assert.Equal([(police.Person, 1), (police.Person, 1), (secretary.Person, 2)], second.Rows.OrderByDescending(r => r.At).ThenBy(r => r.Times).Select(r => (r.Actor.Person!.Value, r.Times)));
        Assert.Equal((50, true, true), (his.Rows.Count, his.Next is not null, his.Rows.All(r => r.Actor.Person == police.Person)));
        Assert.Equal(2, Assert.Single(hers.Rows).Times);
        Assert.Equal([secretary.Person], (await PageAsync(town, auditor, AuditKind.Identities, person: code)).Rows.Select(r => r.Actor.Person!.Value).Distinct());
        Assert.Empty((await PageAsync(town, auditor, AuditKind.Identities, person: name)).Rows);
        Assert.Empty((await PageAsync(town, auditor, AuditKind.Accesses, person: "查无此人")).Rows);
        Assert.Empty((await PageAsync(town, auditor with { Posts = [.. auditor.Posts.Select(p => p with { Path = "99/" })] }, AuditKind.Accesses)).Rows);
    }

    // Made on the server; here the administrator's place with the other role.
    private static async Task<Viewer> AuditorAsync(Town town) =>
        await town.City.AdministratorAsync() is var admin ? admin with { Posts = [.. admin.Posts.Select(p => p with { Role = Role.AuditAdministrator })] } : admin;

    private static async Task<AuditRow> NewestAsync(Town town, AuditKind kind) => (await PageAsync(town, await AuditorAsync(town), kind)).Rows[0];

    private static Task<AuditPage> PageAsync(Town town, Viewer viewer, AuditKind kind, string? after = null, string? person = null) => town.RunAsync<ListAudit, AuditPage>(u => u.RunAsync(viewer, kind, person, after, Ct));
}
