using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Browser.Tests.Staff;

/// <summary>Every main page of staff, in the dark too.</summary>
[Trait("Spec", "I-16")]
public sealed class PagesForEveryoneTests
{
    [Fact(Timeout = JourneyAttribute.Limit)]
    public async Task Every_page_of_staff_can_be_used_by_everyone()
    {
        await using var street = await Street.OnAsync(Engine.Sqlite);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync();
        var appeal = $"/appeals/{colleagues.Appeal}";
        await SeenAsync(street, Role.VillageSecretary, "/", appeal, $"{appeal}/record-call", $"{appeal}/message", $"{appeal}/note", $"{appeal}/raise", "/me", "/no-such-page");
        await colleagues.CallAsync();
        await colleagues.DoAsync(Role.VillageSecretary, "raisings", new { reason = "要区里协调", tried = "找过物业" });
        await SeenAsync(street, Role.TownCentre, "/", appeal, $"{appeal}/send-back");
        await colleagues.DoAsync(Role.TownCentre, "acceptance", new { });
        await colleagues.FinishAsync(Role.TownCentre, Role.CountyCentre);
        await SeenAsync(street, Role.FollowUpDesk, "/", $"/followups/{colleagues.Appeal}", appeal);
        await SeenAsync(street, Role.CountyHead, "/", appeal);

        // The same page in large type, with all its limits.
        await using var large = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        await large.Page.GotoAsync($"{appeal}?elder=1");
        await large.SeenAsync("large-appeal");
        await large.Page.GotoAsync("/ledger");
        await large.SeenAsync("large-ledger");
        Assert.True(await large.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.due')].every(due => due.offsetWidth > due.offsetHeight)"), "a limit is squeezed into a column");
    }

    private static async Task SeenAsync(Street street, Role role, params string[] pages)
    {
        await using var phone = await SignedInPhone.OfAsync(street, role);
        await phone.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var (address, i) in pages.Select((address, i) => (address, i)))
        {
            await phone.Page.GotoAsync(address);
            await phone.SeenAsync($"dark-{role.Name()}-{i}");
        }
    }
}
