using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.App.Appeals.Intake;

namespace Minqing.Web.Citizen;

/// <summary>What a person fills in. Everything may be missing: what must be there the use case says.</summary>
public sealed record ReportForm
{
    /// <summary>Made once for each form: sending twice makes one report.</summary>
    public string? Key { get; set; }

    public string? Words { get; set; }

    public string? Phone { get; set; }

    public string? Name { get; set; }

    public bool KeepIdentity { get; set; }

    public string? Category { get; set; }

    public string? Address { get; set; }

    public string? About { get; set; }

    /// <summary>It tells of officials' misconduct.</summary>
    public bool Disclosure { get; set; }

    /// <summary>The unit that it is about.</summary>
    public Guid? AboutUnit { get; set; }

    /// <summary>The phone's own position, as the browser wrote it.</summary>
    public string? Lat { get; set; }

    public string? Lon { get; set; }

    /// <summary>The answer to the question that a crowd is asked, and the question's token.</summary>
    public string? Answer { get; set; }

    public string? Asked { get; set; }

    /// <summary>What is uploaded already.</summary>
    public List<Guid> Attachments { get; set; } = [];

    public Submission At(string code) => new(
        code,
        null,
        Words,
        Phone,
        Name,
        KeepIdentity,
        string.IsNullOrEmpty(Category) ? null : Category,
        Number(Lat) is { } lat && Number(Lon) is { } lon ? new Point(lat, lon) : null,
        Address,
        null,
        About,
        Attachments,
        Channel.Code,
        Disclosure ? Intent.Disclosure : null,
        AboutUnit)
    {
        Proof = string.IsNullOrEmpty(Asked) ? null : new(Asked, Answer),
    };

    /// <summary>The field of the page for a field of the use case.</summary>
    public static string FieldOf(string field) => field switch
    {
        "text" => nameof(Words),
        "phone" => nameof(Phone),
        "name" => nameof(Name),
        "categoryCode" => nameof(Category),
        "about" => nameof(About),
        "unit" => nameof(AboutUnit),
        "proof" => nameof(Answer),
        "attachments" or "file" => "Photos",
        _ => "",
    };

    private static double? Number(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
