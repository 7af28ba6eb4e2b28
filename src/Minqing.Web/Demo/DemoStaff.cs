using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Web.Demo;

/// <summary>Collects made-up units, people and posts; codes and numbers follow from the order in which they are asked for.</summary>
internal sealed class DemoStaff(DateTime since, By by)
{
    private readonly Dictionary<string, int> codes = [];

    public List<Unit> Units { get; } = [];

    public List<Person> Persons { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<DemoOfficial> Officials { get; } = [];

    /// <summary>A unit that sits at a region and serves it, or some below.</summary>
    public Unit Unit(UnitKind kind, Region seat, string name, Unit? parent = null, string? field = null, IReadOnlyList<Region>? serves = null)
    {
        var unit = new Unit(new(Guid.CreateVersion7()), Code(seat, kind.Name()), kind, new(name, parent?.Id, seat.Id), since);
        unit.Serve(serves is null ? [seat.Id] : [.. serves.Select(r => r.Id)], since);
        unit.WorkIn(field);
        Units.Add(unit);
        return unit;
    }

    public Person Person(string seed)
    {
        // The block 199 0000 is given to nobody; a fifth digit follows when ten thousand are used.
        var number = Persons.Count + 1;
        var person = new Person(
            new(Guid.CreateVersion7()),
            string.Create(CultureInfo.InvariantCulture, $"D{number:00000}"),
            DemoNames.Of(seed),
            string.Create(CultureInfo.InvariantCulture, $"199000{number:00000}"));
        Persons.Add(person);
        return person;
    }

    /// <summary>A post held by a new person, or by one who has others already.</summary>
    public void Held(Role role, Unit unit, Region region, UnitPart part, Person? by)
    {
        var code = Code(region, role.Name());
        var person = by ?? Person(code);
        var post = Open(code, role, unit, region, part, person.Id);
        Officials.Add(new(person.Id, person.Name, person.Phone!, post, role, unit.Id, unit.Name, region.Id, region.Code, region.Name));
    }

    /// <summary>A post that nobody holds.</summary>
    public void Vacant(Role role, Unit unit, Region region, UnitPart part) => Open(Code(region, role.Name()), role, unit, region, part, null);

    private PostId Open(string code, Role role, Unit unit, Region region, UnitPart part, PersonId? holder)
    {
        var id = new PostId(Guid.CreateVersion7());
        Posts.Add(Post.Open(id, new(code, role, PostRank.Principal, part, unit.Id, region.Id, [], since), by, holder));
        return id;
    }

    private string Code(Region region, string what)
    {
        var code = $"{region.Code}-{what}";
        var no = codes[code] = codes.GetValueOrDefault(code) + 1;
        return no == 1 ? code : string.Create(CultureInfo.InvariantCulture, $"{code}-{no}");
    }
}
