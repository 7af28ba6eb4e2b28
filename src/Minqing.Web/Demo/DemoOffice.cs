using Minqing.Domain.Policy;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Minqing.Web.Demo;

/// <summary>A kind of office that a made-up city has at each region of a level, with its posts: an entry of the profile's <c>demo.yaml</c>.</summary>
public sealed record DemoOffice
{
    private const string File = "demo.yaml";

    public required string At { get; init; }

    public required string Unit { get; init; }

    /// <summary><c>{place}</c> is the region's name, <c>{field}</c> that of the field of work.</summary>
    public string Name { get; init; } = "{place}";

    /// <summary>The kind of unit that it belongs to, in the same region or above.</summary>
    public string? Under { get; init; }

    public string? Field { get; init; }

    /// <summary>One for each field of work of the profile, but for those with an office of their own.</summary>
    public bool EachField { get; init; }

    /// <summary>So many of them, each serving some of the regions below; 0 for one that serves its own.</summary>
    public int Parts { get; init; }

    public List<DemoPost> Posts { get; init; } = [];

    public RegionLevel Level => Code<RegionLevel>(At);

    public UnitKind Kind => Code<UnitKind>(Unit);

    public UnitKind? UnderKind => Under is null ? null : Code<UnitKind>(Under);

    /// <summary>What the profile in a folder says.</summary>
    public static IReadOnlyList<DemoOffice> Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
            throw new InvalidDataException($"{path}: a demonstration needs this file, with the offices of the city.");
        using var text = System.IO.File.OpenText(path);
        return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<DemoOffices>(text).Offices;
    }

    internal static T Code<T>(string name)
        where T : struct, Enum => Kebab.Parse<T>(name) ?? throw new InvalidDataException($"{File}: {name} is no {typeof(T).Name}.");
}

/// <summary>Posts of an office.</summary>
public sealed record DemoPost
{
    public required string Role { get; init; }

    public string Part { get; init; } = "member";

    public int Number { get; init; } = 1;

    /// <summary>The level of the regions below for each of which there is one; the office's own region without it.</summary>
    public string? For { get; init; }

    /// <summary>For how many regions one person holds the post.</summary>
    public int Shared { get; init; } = 1;

    public Role RoleCode => DemoOffice.Code<Role>(Role);
}

/// <summary>The whole of <c>demo.yaml</c>.</summary>
public sealed record DemoOffices
{
    public List<DemoOffice> Offices { get; init; } = [];
}
