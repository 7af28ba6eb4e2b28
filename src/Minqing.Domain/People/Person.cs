using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>A person with an official part. What they may do comes from the posts they hold.</summary>
public sealed class Person
{
    public Person(PersonId id, string code, string name, string? phone) => (Id, Code, Name, Phone) = (id, code, name, phone);

    private Person()
    {
    }

    public PersonId Id { get; private set; }

    /// <summary>Its name in imported and exported files: a staff number.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The office's mobile number: where work arrives by SMS. Shown masked on pages.</summary>
    public string? Phone { get; private set; }

    public string? MaskedPhone => Mask(Phone);

    /// <summary>An official's number as pages show it.</summary>
    public static string? Mask(string? phone) => phone is { Length: >= 7 } ? $"{phone[..3]}****{phone[^4..]}" : phone is null ? null : "****";

    /// <summary>Takes over name and number; says whether anything was different.</summary>
    public bool Correct(string name, string? phone)
    {
        var differs = Name != name || Phone != phone;
        (Name, Phone) = (name, phone);
        return differs;
    }
}
