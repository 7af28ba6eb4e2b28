using System.Globalization;

namespace Minqing.Domain.Kernel;

/// <summary>Who reported: what the vault keeps of a person. Never printed, logged or put into a journal.</summary>
public sealed record Identity(string? Name, PhoneNumber? Phone, string? Home = null)
{
    /// <summary>The recordings of the person's voice.</summary>
    public IReadOnlyList<MediaId> Voice { get; init; } = [];

    /// <summary>Whom the report is about, in the reporter's words.</summary>
    public string? About { get; init; }

    public MaskedIdentity Masked => new(Name is null ? null : Mask(Name), Phone?.Masked, Home is not null);

    public override string ToString() => nameof(Identity);

    private static string Mask(string name)
    {
        var parts = StringInfo.ParseCombiningCharacters(name);
        return parts.Length == 0 ? "" : name[..(parts.Length > 1 ? parts[1] : name.Length)] + new string('*', Math.Clamp(parts.Length - 1, 1, 3));
    }
}

/// <summary>As much of a reporter as may be seen without a purpose: 张*, 138****5678.</summary>
public sealed record MaskedIdentity(string? Name, string? Phone, bool HasHome);
