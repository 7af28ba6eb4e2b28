using System.Globalization;
using Minqing.App.Appeals.Intake;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Desk;

/// <summary>What somebody of the staff writes down at a window, at a person's home or on a round.</summary>
public sealed record OutsideForm
{
    public string? Key { get; set; }

    /// <summary>Who wrote it down: what waits on a shared phone is sent in by nobody else.</summary>
    public Guid? By { get; set; }

    /// <summary>window, home-visit or patrol.</summary>
    public string? Channel { get; set; }

    public string? Region { get; set; }

    public string? Address { get; set; }

    public string? Words { get; set; }

    public string? Category { get; set; }

    public string? Phone { get; set; }

    public string? Name { get; set; }

    public string? Consent { get; set; }

    /// <summary>What was put right at once.</summary>
    public string? Done { get; set; }

    public string? Lat { get; set; }

    public string? Lon { get; set; }

    /// <summary>What is uploaded already.</summary>
    public List<Guid> Attachments { get; set; } = [];

    public Submission As() => new(
        null, Region, Words, Phone, Name, null, string.IsNullOrEmpty(Category) ? null : Category,
        Number(Lat) is { } lat && Number(Lon) is { } lon ? new Point(lat, lon) : null, Address, Attachments: Attachments, Channel: Kebab.Parse<Channel>(Channel ?? "") ?? default)
    {
        Consent = Kebab.Parse<Consent>(Consent ?? ""),
        DoneOnSpot = Done,
    };

    /// <summary>The field of the page for a field of the use case.</summary>
    public static string FieldOf(string field) => field switch
    {
        "text" => nameof(Words),
        "phone" => nameof(Phone),
        "name" => nameof(Name),
        "address" => nameof(Address),
        "regionCode" => nameof(Region),
        "categoryCode" => nameof(Category),
        "consent" => nameof(Consent),
        "attachments" or "file" => "Photos",
        _ => "",
    };

    private static double? Number(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
