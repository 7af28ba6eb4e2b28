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
public sealed partial class DeliverReporterSms(MinqingDb db, IdentityVault vault, QueryCodes codes, ISmsGateway gateway, NoticeTexts texts, Settings settings, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "reporter-sms";

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var (news, id) = (message.Payload.Split(' ')[0], new ReportId(Guid.Parse(message.Payload.Split(' ')[1])));
        var report = await db.Reports.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.Number, r.Address, Appeal = r.Appeal.Value }).FirstOrDefaultAsync(ct);
        if (report is null || await vault.PhoneForDeliveryAsync(id, ct) is not { IsMobile: true } phone)
        {
            return new GiveUp("nobody to send it to");
        }

        var due = await db.Clocks.AsNoTracking().Where(c => (c.SubjectId == id.Value && c.Kind == ClockKind.FirstCall) || (c.SubjectId == report.Appeal && c.Kind == ClockKind.Dispatch))
            .OrderBy(c => c.DueAt).Select(c => (DateTime?)c.DueAt).FirstOrDefaultAsync(ct);
        var code = codes.Of(id);
        var text = Holes().Replace(texts.Of($"sms.reporter.{Kebab.Parse<ReporterNews>(news)!.Value.Name()}"), hole => hole.Value switch
        {
            "{number}" => ReportNumber.Grouped(report.Number),
            "{code}" => code,
            "{place}" => NoticeTexts.InShort(report.Address),
            "{due}" => due is { } at ? NoticeTexts.When(at, clock.Now()) : "",
            _ => new Uri(settings.PublicUrl, $"/f/{report.Number}?code={code}").ToString(),
        });
        return await gateway.SendAsync(message.Id, phone.Value, text, ct);
    }

    [GeneratedRegex(@"\{(number|code|place|due|link)\}")]
    private static partial Regex Holes();
}
