using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Outbox;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices;

/// <summary>Sends a reporter one SMS. The number is taken from the vault only now.</summary>
public sealed partial class DeliverReporterSms(MinqingDb db, IdentityVault vault, QueryCodes codes, ReportParts parts, RuleBook rules, ISmsGateway gateway, NoticeTexts texts, Settings settings, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "reporter-sms";

    /// <param name="appeal">Of several matters the one that it is about; null for the report as a whole.</param>
    internal static string Of(ReporterNews news, ReportId report, AppealId? appeal) => $"{news.Name()} {report.Value}{(appeal is { } about ? $" {about.Value}" : "")}";

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var payload = message.Payload.Split(' ');
        var (news, id) = (payload[0], new ReportId(Guid.Parse(payload[1])));
        var report = await db.Reports.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.Number, r.Address, Appeal = r.Appeal.Value }).FirstOrDefaultAsync(ct);
        if (report is null || await vault.PhoneForDeliveryAsync(id, ct) is not { IsMobile: true } phone)
        {
            return new GiveUp("nobody to send it to");
        }

        var due = await db.Clocks.AsNoTracking().Where(c => (c.SubjectId == id.Value && c.Kind == ClockKind.FirstCall) || (c.SubjectId == report.Appeal && c.Kind == ClockKind.Dispatch))
            .OrderBy(c => c.DueAt).Select(c => (DateTime?)c.DueAt).FirstOrDefaultAsync(ct);
        var (code, part) = (codes.Of(id), payload.Length > 2 ? await PartAsync(id, new(Guid.Parse(payload[2])), ct) : "");
        var text = Holes().Replace(texts.Of($"sms.reporter.{Kebab.Parse<ReporterNews>(news)!.Value.Name()}"), hole => hole.Value switch
        {
            "{number}" => ReportNumber.Grouped(report.Number),
            "{code}" => code,
            "{place}" => NoticeTexts.InShort(report.Address) + part,
            "{due}" => due is { } at ? NoticeTexts.When(at, clock.Now()) : "",
            _ => new Uri(settings.PublicUrl, $"/f/{report.Number}?code={code}").ToString(),
        });
        return await gateway.SendAsync(message.Id, phone.Value, text, ct);
    }

    // Of several matters the one that it is about, by number and kind; nothing where there is one.
    private async Task<string> PartAsync(ReportId report, AppealId appeal, CancellationToken ct)
    {
        var all = await parts.OfAsync(report, ct);
        return all.Count > 1 && all.FirstOrDefault(p => p.Went.Contains(appeal)) is { } part
            ? texts.Of("sms.reporter.part").Replace("{no}", $"{part.No}", StringComparison.Ordinal).Replace("{what}", await CategoryAsync(part, ct), StringComparison.Ordinal)
            : "";
    }

    private async Task<string> CategoryAsync(ReportPart part, CancellationToken ct)
    {
        var path = await db.Appeals.AsNoTracking().Where(a => a.Id == part.Appeal).Select(a => a.Path).FirstAsync(ct);
        return rules.For(path).Profile.CategoryOf(part.Category).Name;
    }

    [GeneratedRegex(@"\{(number|code|place|due|link)\}")]
    private static partial Regex Holes();
}
