using QRCoder;

namespace Minqing.App.Regions.Codes;

/// <summary>The addresses of posted codes at this installation, and their QR codes.</summary>
/// <remarks>
/// A QR code of version 3 at level Q holds 32 bytes, or 47 signs when all are capitals, digits and <c>:/.-</c>. Hosts and our codes do not care for capitals,
/// so a longer link is printed in capitals: an https host may have 28 characters, port included (13 in small letters).
/// </remarks>
public sealed class SiteLinks(Settings settings)
{
    private const int Bytes = 32;
    private const int Signs = 47;

    private readonly string start = $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/q/";

    /// <summary>Whether printed codes of this installation keep to version 3.</summary>
    public bool Fits => start.Length + Domain.Regions.SiteCodeText.Length <= Signs;

    /// <summary>The link as it is shown and sent.</summary>
    public string Link(string code) => start + code;

    /// <summary>The link as it is printed in a QR code.</summary>
    public string Printed(string code) => Link(code) is { Length: <= Bytes } link ? link : Link(code).ToUpperInvariant();

    /// <summary>The QR code: version 3 at level Q, so that a quarter of it may be worn away.</summary>
    public QRCodeData Qr(string code)
    {
        using var generator = new QRCodeGenerator();
        return generator.CreateQrCode(Printed(code), QRCodeGenerator.ECCLevel.Q);
    }
}
