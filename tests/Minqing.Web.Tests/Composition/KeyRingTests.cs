using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Composition;

namespace Minqing.Web.Tests.Composition;

public sealed class KeyRingTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "P-20")]
    public async Task What_one_node_protects_another_reads(Engine engine)
    {
        await using var first = await TestSite.OnAsync(engine);
        var said = first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("积水");

        await using var second = Site.Create(first.Test.Settings with { Urls = "http://127.0.0.1:0" });

        Assert.Equal("积水", second.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(said));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-20")]
    public async Task The_database_alone_does_not_give_the_keys_away(Engine engine)
    {
        await using var site = await TestSite.OnAsync(engine);
        site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("积水");

        await using var db = site.Test.NewDb();

        var key = Assert.Single(db.ProtectionKeys);
        Assert.Contains("<sealed ", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);
    }
}
