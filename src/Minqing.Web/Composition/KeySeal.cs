using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Minqing.Storage.Vault;

namespace Minqing.Web.Composition;

/// <summary>The framework's keys lie in the database under the installation's master key: a copy of the database alone signs nobody in.</summary>
internal sealed class KeySeal(IServiceProvider services) : IXmlEncryptor, IXmlDecryptor
{
    // Asked for late: the key file is made at the first start, after this object.
    private MasterKeys Keys => services.GetRequiredService<MasterKeys>();

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var id = Guid.CreateVersion7();
        using var key = Keys.NewKey();
        var wrapped = Keys.Wrap(key, id);
        var seal = key.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), id.ToByteArray());
        return new(
            new XElement("sealed", new XAttribute("id", id), new XAttribute("master", wrapped.Version), new XAttribute("key", Convert.ToBase64String(wrapped.Bytes)), Convert.ToBase64String(seal)),
            typeof(KeySeal));
    }

    public XElement Decrypt(XElement encryptedElement)
    {
        var id = Guid.Parse(Of("id"));
        using var key = Keys.Unwrap(new(int.Parse(Of("master"), CultureInfo.InvariantCulture), Convert.FromBase64String(Of("key"))), id);
        return XElement.Parse(Encoding.UTF8.GetString(key.Open(Convert.FromBase64String(encryptedElement.Value), id.ToByteArray())));

        string Of(string name) => encryptedElement.Attribute(name)?.Value ?? throw new InvalidDataException($"A sealed key has no {name}.");
    }
}
