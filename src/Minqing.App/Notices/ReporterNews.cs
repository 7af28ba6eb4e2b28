namespace Minqing.App.Notices;

/// <summary>What a reporter who left a number hears by SMS.</summary>
public enum ReporterNews
{
    /// <summary>Number, query code, and by when somebody calls.</summary>
    Receipt,

    /// <summary>Somebody wrote into the thread.</summary>
    Message,

    /// <summary>Closed: they will be called, and may rate themselves.</summary>
    Closed,

    /// <summary>It is being worked on again.</summary>
    Again,

    /// <summary>It was not taken up; why stands in its course.</summary>
    NotTaken,

    /// <summary>It was sent out of the platform.</summary>
    Referred,

    /// <summary>It takes longer: more time was granted, or its time stands still.</summary>
    Later,

    /// <summary>It tells of several matters; one of them is worked on apart from now on.</summary>
    Split,

    /// <summary>How was it? They are asked by link instead of being called.</summary>
    Asked,
}
