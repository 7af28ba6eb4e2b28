using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>Who is about to act, with every post they hold now, and when.</summary>
public sealed record Hand(PersonId? Person, string Client, IReadOnlyList<HeldPost> Posts, DateTime At)
{
    /// <summary>The units whose turn it is and in which nobody is who may take it: a centre of the area acts in their place.</summary>
    public IReadOnlyCollection<UnitId> Vacant { get; init; } = [];

    /// <summary>The reporter on their own pages.</summary>
    public static Hand OfReporter(DateTime at) => new(null, Actor.Reporter.Client, [], at);

    /// <summary>Acting by virtue of one of the posts.</summary>
    public By As(HeldPost post) => new(new(Client, Person, post.Id, post.Unit, post.Role.Name(), post.For), At);
}

/// <summary>The names under which turns are kept.</summary>
public static class TurnKey
{
    public static string Of(UnitId unit) => $"unit:{unit.Value:N}";

    public static string Of(PostId post) => $"post:{post.Value:N}";

    public static string Of(int tier, RegionId region) => $"tier{tier}:{region.Value:N}";

    /// <summary>What a key names: a unit, a post, or a tier of a region, with its id.</summary>
    public static (string Kind, Guid Id) Parse(string key) => key.Split(':') is [var kind, var id] ? (kind, Guid.Parse(id)) : throw new FormatException($"{key} is no key of a turn.");

    /// <summary>The key of whatever took the place of what this one names.</summary>
    public static string After(string key, Succession succession)
    {
        var (kind, id) = Parse(key);
        var to = kind == "unit" ? succession.Of(new UnitId(id)).Value : kind == "post" ? succession.Of(new PostId(id))?.Value ?? id : succession.Of(new RegionId(id)).Value;
        return $"{kind}:{to:N}";
    }
}
