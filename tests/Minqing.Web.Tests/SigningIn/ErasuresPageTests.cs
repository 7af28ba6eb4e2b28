using System.Net;
using System.Net.Http.Json;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.SigningIn;

[Trait("Spec", "P-12")]
public sealed class ErasuresPageTests
{
    [Theory, OnBothDatabases]
    public async Task Only_a_security_administrator_is_shown_the_page_and_what_is_missing_is_told(Engine engine)
    {
        await using var town = await AdministeredTown.OnAsync(engine);
        using var official = await town.Site.BrowserOfAsync(town.Secretary);
        using var administrator = await town.Site.BrowserOfAsync(town.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, await Office.StatusAsync(official, "/erasures"));
        Assert.Contains("删除反映人的信息", WebUtility.HtmlDecode(await administrator.GetStringAsync("/me", Office.Ct)), StringComparison.Ordinal);
        var answer = await Office.SendAsync(administrator, "/erasures", "", ("Number", "20260302222222Z"), ("Reason", "本人要求"), ("Sure", "true"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, OnBothDatabases]
    public async Task The_interface_refuses_who_is_not_signed_in(Engine engine)
    {
        await using var town = await AdministeredTown.OnAsync(engine);

        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Site.Http.PostAsJsonAsync("/api/v1/erasures", new { number = "x", reason = "y", sure = true }, Office.Ct)).StatusCode);
    }
}
