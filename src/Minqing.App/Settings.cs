namespace Minqing.App;

/// <summary>This installation: its addresses, folders and keys. What a city decides is in the profile.</summary>
public sealed record Settings
{
    /// <summary>The folder of everything that is not in the database: the SQLite file, media, the vault's key.</summary>
    public required string Data { get; init; }

    public required DatabaseSettings Database { get; init; }

    /// <summary>The folder name of the city's rules, below <c>profiles/</c>, or a path.</summary>
    public string Profile { get; init; } = "baiyin";

    /// <summary>Where the program listens.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5311";

    /// <summary>How people reach it: the start of every link that is printed or sent.</summary>
    public Uri PublicUrl { get; init; } = new("http://127.0.0.1:5311");

    /// <summary>Demonstrations only: the file that holds the program's time.</summary>
    public string? ClockFile { get; init; }
}

/// <summary>Which database, and where.</summary>
public sealed record DatabaseSettings(DatabaseKind Kind, string Connection);

/// <summary>The databases the program runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
