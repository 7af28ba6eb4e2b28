using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.SigningIn;

/// <summary>The accounts of the demonstration's officials.</summary>
[Trait("Spec", "P-10")]
public sealed class DemoAccountsTests
{
    [Theory, OnBothDatabases]
    public async Task Whoever_reads_the_file_can_sign_in_with_a_line_of_it(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        var file = Path.Combine(office.Site.Test.Settings.Data, "accounts.csv");
        var officials = Enumerable.Range(0, 50).Select(i => Official(i, i == 0 ? Role.TownCentre : Role.VillageSecretary)).ToList();

        await using (var scope = office.Site.Services.CreateAsyncScope())
            await ActivatorUtilities.CreateInstance<DemoAccounts>(scope.ServiceProvider).RunAsync(officials, file, Office.Ct);
        var lines = await File.ReadAllLinesAsync(file, Office.Ct);
        var columns = lines[3].Split(',');
        var code = OneTimeCode.At(Base32.Read(columns[2])!, OneTimeCode.Step(office.Site.Clock.GetUtcNow().UtcDateTime));
        var answer = await office.Site.Http.PostAsJsonAsync("/api/v1/session", new { account = columns[0], password = columns[1], code }, Office.Ct);

        Assert.Equal(51, lines.Length);
        Assert.Equal("620402001000-town-centre", lines[1].Split(',')[0]);
        Assert.Equal(["620402001000-village-secretary-2", "village-secretary", "四龙镇政府", "620402001000"], [columns[0], .. columns[3..]]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await using var db = office.Site.Test.NewDb();
        Assert.DoesNotContain(await db.UserTokens.Select(t => t.Value!).ToListAsync(Office.Ct), v => v.Contains(columns[2], StringComparison.Ordinal));
    }

    private static DemoOfficial Official(int number, Role role) => new(
        new(Guid.CreateVersion7()), "王秀兰", "19900000001", new(Guid.CreateVersion7()), role,
        new(Guid.CreateVersion7()), "四龙镇政府", new(Guid.CreateVersion7()), "620402001000", $"四龙镇{number}");
}
