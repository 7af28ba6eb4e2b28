using Minqing.App.Kernel.Limiting;
using Minqing.App.Notices;
using Minqing.App.Running;
using System.Net;

namespace Minqing.App;

/// <summary>This installation: its addresses, folders and keys. What a city decides is in the profile. Read by <c>Configuration/SettingsMap.cs</c>.</summary>
public sealed record Settings
{
    /// <summary>The folder of everything that is not in the database: the SQLite file, media, the signed heads of the journal.</summary>
    public required string Data { get; init; }

    public required DatabaseSettings Database { get; init; }

    /// <summary>The folder of the master keys and the signing key. Never inside <see cref="Data"/>: no backup may hold both.</summary>
    public string Keys { get => field ?? Data.TrimEnd('/') + ".keys"; init; }

    /// <summary>The file outside the database that the signed heads of the journal are appended to.</summary>
    public string TreeHeads { get => field ?? Path.Combine(Data, "tree-heads.log"); init; }

    /// <summary>The folder name of the city's rules, below <c>profiles/</c>, or a path.</summary>
    public string Profile { get; init; } = "baiyin";

    /// <summary>Where the program listens; several parted by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5311";

    /// <summary>How people reach it: the start of every link that is printed or sent.</summary>
    public Uri PublicUrl { get; init; } = new("http://127.0.0.1:5311");

    public MediaSettings Media { get; init; } = new();

    /// <summary>Demonstrations only: the file that holds the program's time.</summary>
    public string? ClockFile { get; init; }

    /// <summary>Proxies whose word on the caller's address is believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The largest request, in megabytes: a report with all its photos.</summary>
    public int LargestRequest { get; init; } = 128;

    public LogFormat Log { get; init; } = LogFormat.Console;

    /// <summary>Where metrics are sent besides <c>/metrics</c> (OTLP over HTTP); null sends none.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>The SMS gateway; null when there is none.</summary>
    public SmsSettings? Sms { get; init; }

    /// <summary>How much one sender may do.</summary>
    public LimitSettings Limits { get; init; } = new();

    /// <summary>How this node's loops work.</summary>
    public RunningSettings Running { get; init; } = new();
}

/// <summary>Which database, and where.</summary>
public sealed record DatabaseSettings(DatabaseKind Kind, string Connection)
{
    /// <summary>Without the connection, which may hold a password.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>The outside programs for photos and voice, by name or path, and how many run at once.</summary>
public sealed record MediaSettings
{
    public string VipsThumbnail { get; init; } = "vipsthumbnail";

    public string Ffmpeg { get; init; } = "ffmpeg";

    public int Workers { get; init; } = 2;
}

/// <summary>The databases the program runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>How log lines are written.</summary>
public enum LogFormat
{
    Console,
    Json,
}
