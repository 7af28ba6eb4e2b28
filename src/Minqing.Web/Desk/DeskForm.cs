using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Intake;
using Minqing.Domain.Policy;

namespace Minqing.Web.Desk;

/// <summary>What an operator types while somebody speaks.</summary>
public sealed record DeskForm
{
    private const string Coded = "code:";

    /// <summary>Made once for each form: sending twice makes one report.</summary>
    public string? Key { get; set; }

    public string? Phone { get; set; }

    public string? Name { get; set; }

    /// <summary>By what the place is looked for.</summary>
    public string? Sought { get; set; }

    /// <summary>The place that was chosen, as <see cref="PlaceOf"/> spells it.</summary>
    public string? Place { get; set; }

    /// <summary>Where in it, in words.</summary>
    public string? Address { get; set; }

    public string? Words { get; set; }

    /// <summary>Empty takes what is suggested.</summary>
    public string? Category { get; set; }

    /// <summary>The appeal that it is the same as; null for one of its own.</summary>
    public Guid? Join { get; set; }

    public bool KeepIdentity { get; set; }

    /// <summary>How the person agreed, where somebody else calls for them.</summary>
    public string? Consent { get; set; }

    public string? SiteCode => Place?.StartsWith(Coded, StringComparison.Ordinal) == true ? Place[Coded.Length..] : null;

    public string? RegionCode => SiteCode is null ? Place : null;

    public static string PlaceOf(string code, bool coded) => coded ? Coded + code : code;

    public Submission As() => new(
        SiteCode, RegionCode, Words, Phone, Name, KeepIdentity, string.IsNullOrEmpty(Category) ? null : Category, Address: Address, Channel: Channel.Hotline)
    {
        Consent = Kebab.Parse<Consent>(Consent ?? ""),
    };

    public CallSoFar SoFar() => new(Phone, Sought, string.IsNullOrEmpty(Place) ? null : new(SiteCode, RegionCode), Words, Category);

    /// <summary>The field of the page for a field of the use case.</summary>
    public static string FieldOf(string field) => field switch
    {
        "text" => nameof(Words),
        "phone" => nameof(Phone),
        "name" => nameof(Name),
        "address" => nameof(Address),
        "regionCode" or "siteCode" => nameof(Sought),
        "categoryCode" => nameof(Category),
        "consent" => nameof(Consent),
        _ => "",
    };
}
