namespace Minqing.Web.Staff;

/// <summary>Which limit more time is asked for.</summary>
public enum LimitAsked
{
    /// <summary>The city's own, in working days.</summary>
    Own,

    /// <summary>That of the law, in days.</summary>
    Law,
}
