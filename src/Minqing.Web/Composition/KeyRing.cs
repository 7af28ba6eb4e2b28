using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Minqing.App.Kernel;
using Minqing.Storage;

namespace Minqing.Web.Composition;

/// <summary>The keys of cookies and forms, in the database: every node reads what any node wrote.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        return [.. db.ProtectionKeys.AsNoTracking().Select(k => k.Xml).ToList().Select(XElement.Parse)];
    }

    // The framework asks synchronously, a few times a year.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        db.ProtectionKeys.Add(new() { Id = Guid.CreateVersion7(), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), CreatedAt = clock.Now() });
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}

/// <summary>Puts <see cref="KeyRing"/> in its place.</summary>
internal static class KeyRingServices
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("minqing");
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => (options.XmlRepository, options.XmlEncryptor) = (provider.GetRequiredService<KeyRing>(), new KeySeal(provider))));
    }
}
