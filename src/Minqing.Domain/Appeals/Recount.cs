using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>The open limits of an area counted again (D-06): first it is found out what would move, and only when somebody says so, that moves. Batch by batch, in the background.</summary>
public sealed class Recount
{
    private Recount()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The area whose appeals are looked at.</summary>
    public string Path { get; private set; } = "";

    public RecountStage Stage { get; private set; }

    public string Client { get; private set; } = "";

    public PersonId Person { get; private set; }

    public PostId Post { get; private set; }

    public UnitId Unit { get; private set; }

    public string Role { get; private set; } = "";

    public PersonId? OnBehalfOf { get; private set; }

    /// <summary>The rules that it was counted by; by others it is to be looked at anew.</summary>
    public string ProfileVersion { get; private set; } = "";

    public string CalendarVersion { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When what runs came to its end; null while it runs.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>How many appeals were open when it began.</summary>
    public int Open { get; private set; }

    /// <summary>How many of them were looked at.</summary>
    public int Seen { get; private set; }

    /// <summary>The last appeal that was looked at.</summary>
    public AppealId? After { get; private set; }

    /// <summary>How many limits would move later, and how many earlier.</summary>
    public int Later { get; private set; }

    public int Earlier { get; private set; }

    /// <summary>How many of them were gone through, and how many of these moved.</summary>
    public int Tried { get; private set; }

    public int Moved { get; private set; }

    public int Moves => Later + Earlier;

    public bool Runs => DoneAt is null;

    /// <summary>Whoever said last what is to be done.</summary>
    public By By => new(new(Client, Person, Post, Unit, Role, OnBehalfOf), ConfirmedAt ?? AskedAt);

    public static Recount Look(Guid id, string path, int open, Rules rules, By by)
    {
        var made = new Recount { Id = id, Path = path, Open = open, ProfileVersion = rules.Profile.Version, CalendarVersion = rules.Timetable.Version, AskedAt = by.At };
        made.Take(by.Actor);
        return made;
    }

    /// <summary>So many more appeals were looked at.</summary>
    public void Saw(int appeals, AppealId? last, int later, int earlier, bool all, DateTime now)
    {
        (Seen, After, Later, Earlier) = (Seen + appeals, last ?? After, Later + later, Earlier + earlier);
        (Stage, DoneAt) = all ? (RecountStage.Looked, (DateTime?)now) : (Stage, null);
    }

    /// <summary>Somebody has seen what would move, and says that it shall.</summary>
    public Problem? Confirm(Rules rules, By by)
    {
        if (Stage != RecountStage.Looked)
        {
            return new RecountNotReady();
        }

        if (Moves == 0)
        {
            return new NothingToMove();
        }

        if (ProfileVersion != rules.Profile.Version || CalendarVersion != rules.Timetable.Version)
        {
            return new RecountOutdated();
        }

        (Stage, ConfirmedAt, DoneAt) = (RecountStage.Moving, by.At, null);
        Take(by.Actor);
        return null;
    }

    /// <summary>So many more of the limits were gone through.</summary>
    public void Try(int limits, int moved, DateTime now)
    {
        (Tried, Moved) = (Tried + limits, Moved + moved);
        (Stage, DoneAt) = Tried >= Moves ? (RecountStage.Moved, (DateTime?)now) : (Stage, null);
    }

    /// <summary>It came to nothing: nobody goes on with it. What has moved stays so.</summary>
    public void Abandon(DateTime now) => DoneAt = now;

    private void Take(Actor actor) => (Client, Person, Post, Unit, Role, OnBehalfOf) = (actor.Client, actor.Person!.Value, actor.Post!.Value, actor.Unit!.Value, actor.Role!, actor.OnBehalfOf);
}

/// <summary>How far a recount has come.</summary>
public enum RecountStage
{
    Looking,
    Looked,
    Moving,
    Moved,
}

/// <summary>It has not been found out yet what would move, or it is being moved already.</summary>
public sealed record RecountNotReady : NotPossible;

/// <summary>No limit would move.</summary>
public sealed record NothingToMove : NotPossible;

/// <summary>Rules or calendar have changed since it was found out what would move.</summary>
public sealed record RecountOutdated : NotPossible;
