using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.People.Importing;

/// <summary>What the rows of a file make of the posts there are, and of who holds them. A column that is not there changes nothing.</summary>
internal sealed class PostPlan(Dictionary<string, Post> known, KnownToPosts refer, Table table, By by, RowProblems problems)
{
    private readonly HashSet<PersonId> left = [];

    public List<Post> Added { get; } = [];

    public int Changed { get; private set; }

    public int Same { get; private set; }

    public void Make(PostRow row)
    {
        if (Refused(row) is { } problem)
            problems.Add(row.Row, problem);
        else if (Separated(row) is { } apart)
            problems.Add(row.Row, apart);
        else if (known.TryGetValue(row.Code, out var post))
            Hold(row, post);
        else
            Open(row);
    }

    /// <summary>Whoever has no post any more has no other's either: leave and duty that name them end.</summary>
    public void RelieveWhoLeft()
    {
        var gone = left.Except(known.Values.Concat(Added).Where(p => p.Until is null && p.Holder is not null).Select(p => p.Holder!.Value)).ToHashSet();
        foreach (var post in known.Values.Where(p => p.Until is null))
        {
            foreach (var person in post.StandIns.Select(s => s.Person).Where(gone.Contains).Distinct().ToList())
                post.Relieve(person, by);
        }
    }

    private void Open(PostRow row)
    {
        var since = Since(row);
        Added.Add(Post.Open(
            new(Guid.CreateVersion7()),
            new(row.Code, row.Role, row.Rank, row.Part, refer.Units[row.Unit], refer.Regions[row.Region].Id, row.Categories, since),
            by,
            row.Holder is { } holder ? refer.Persons[holder] : null));
    }

    private void Hold(PostRow row, Post post)
    {
        var wanted = row.Holder is { } code ? refer.Persons[code] : (PersonId?)null;
        if (!table.Has(PostColumns.Holder) || post.Holder == wanted)
        {
            Same++;
            return;
        }

        if (post.Holder is { } before)
            left.Add(before);
        var since = Since(row);
        var refused = (post.Holder is null ? null : post.EndHolding(since, by).Problem) ?? (wanted is { } person ? post.Appoint(person, since, by).Problem : null);
        if (refused is not null)
            problems.Add(row.Row, new HolderRefused(refused));
        else
            Changed++;
    }

    // Nobody ends with two of the three; and an administrator's file makes no security or audit administrator, nor its sender anything. The server's may.
    private Problem? Separated(PostRow row)
    {
        var before = known.GetValueOrDefault(row.Code)?.Holder;
        var wanted = row.Holder is { } code ? refer.Persons[code] : (PersonId?)null;
        if (!table.Has(PostColumns.Holder) || (wanted == before && known.ContainsKey(row.Code)))
            return null;
        return by.Actor.Person is not null && Separation.AtServer(row.Role) ? new AppointedOnServer()
            : wanted is not null && wanted == by.Actor.Person ? new AppointsThemselves()
            : wanted is { } person && Holds(person, row.Role) ? new AdministratorsAreApart()
            : null;
    }

    private bool Holds(PersonId person, Role role) =>
        Separation.Roles.Contains(role) && known.Values.Concat(Added).Any(p => p.Until is null && p.Holder == person && Separation.Apart(p.Role, role));

    // A new post that nobody dated is there from now on; a dated one from the morning of its day.
    private DateTime Since(PostRow row) => row.Since is { } day ? LocalTime.ToUtc(day, TimeSpan.Zero) : by.At;

    private Problem? Refused(PostRow row) =>
        !refer.Units.TryGetValue(row.Unit, out var unit) ? new UnitUnknown(PostColumns.Unit.Name, row.Unit)
        : !refer.Regions.TryGetValue(row.Region, out var region) ? new RegionUnknown(PostColumns.Region.Name, row.Region)
        : row.Holder is { } holder && !refer.Persons.ContainsKey(holder) ? new PersonUnknown(holder)
        : row.Since is { } day && LocalTime.ToUtc(day, TimeSpan.Zero) > by.At ? new HolderRefused(new NotInTheFuture(by.At))
        : !known.TryGetValue(row.Code, out var post) ? null
        : post.Until is { } closed ? new HolderRefused(new PostIsClosed(closed))
        : post.Role != row.Role ? new PostIsAnother(PostColumns.Role.Name)
        : post.Unit != unit ? new PostIsAnother(PostColumns.Unit.Name)
        : post.Region != region.Id ? new PostIsAnother(PostColumns.Region.Name)
        : table.Has(PostColumns.Rank) && post.Rank != row.Rank ? new PostIsAnother(PostColumns.Rank.Name)
        : table.Has(PostColumns.Part) && post.Part != row.Part ? new PostIsAnother(PostColumns.Part.Name)
        : table.Has(PostColumns.Categories) && !post.Categories.SequenceEqual(row.Categories) ? new PostIsAnother(PostColumns.Categories.Name)
        : null;
}

/// <summary>What the rows of a file of posts refer to, by code.</summary>
internal sealed record KnownToPosts(Dictionary<string, UnitId> Units, Dictionary<string, Region> Regions, Dictionary<string, PersonId> Persons);
