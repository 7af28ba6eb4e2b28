using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Domain.Notices;

/// <summary>Who is to be told, before it is known who that is today.</summary>
public abstract record Audience;

/// <summary>Everybody whose turn is kept under this key: the holders of a unit, of a tier of the chain, of a post.</summary>
public sealed record KeyHolders(string Key) : Audience
{
    /// <summary>The unit, where the key is one's.</summary>
    public UnitId? Unit => TurnKey.Parse(Key) is ("unit", var id) ? new(id) : null;
}

/// <summary>Those at the desk and at the topmost centre who see what reporters say afterwards, and handle none of it.</summary>
public sealed record Supervisors : Audience;

/// <summary>The units that judge a matter together before it is given to its lead, but for whoever gives it.</summary>
public sealed record Judges : Audience;

/// <summary>The tier that a clock warns: 1 are those it runs for, each further one is the next above them in the chain.</summary>
public sealed record ClockTier(int Clock, int Tier) : Audience;
