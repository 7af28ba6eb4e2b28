using Microsoft.Data.Sqlite;
using Minqing.App.Notices;
using Npgsql;

namespace Minqing.App.Configuration;

/// <summary>Which key becomes which setting. Add a line here and a member in <see cref="Settings"/>.</summary>
internal static class SettingsMap
{
    public static Settings Read(SettingsReader from, string data)
    {
        var unset = new Settings { Data = data, Database = Database(from, data) };
        var urls = from.Text("urls") ?? unset.Urls;
        return unset with
        {
            Profile = from.Text("profile") ?? unset.Profile,
            Urls = urls,
            PublicUrl = from.Url("public-url") ?? Reachable(from, urls) ?? unset.PublicUrl,
            Keys = from.Text("keys") ?? unset.Keys,
            TreeHeads = from.Text("tree-heads") ?? unset.TreeHeads,
            ClockFile = from.Text("clock-file"),
            TrustedProxies = from.Networks("trusted-proxies"),
            LargestRequest = from.Number("largest-request", 1, 2048, unset.LargestRequest),
            Log = from.OneOf("log", unset.Log),
            Otlp = from.Url("otlp"),
            Sms = from.Has("sms") ? Sms(from) : null,
            Limits = new()
            {
                ReportsInAll = from.Number("limits.reports-in-all", 1, int.MaxValue / 8, unset.Limits.ReportsInAll),
                ReportsPerAddress = from.Number("limits.reports-per-address", 1, int.MaxValue / 8, unset.Limits.ReportsPerAddress),
                ReportsPerDevice = from.Number("limits.reports-per-device", 1, int.MaxValue, unset.Limits.ReportsPerDevice),
                ReportsPerCode = from.Number("limits.reports-per-code", 1, int.MaxValue / 8, unset.Limits.ReportsPerCode),
                ReportsPerPhone = from.Number("limits.reports-per-phone", 1, int.MaxValue, unset.Limits.ReportsPerPhone),
                WrongCodesPerAddress = from.Number("limits.wrong-codes-per-address", 1, int.MaxValue, unset.Limits.WrongCodesPerAddress),
                WrongCodesPerNumber = from.Number("limits.wrong-codes-per-number", 1, int.MaxValue, unset.Limits.WrongCodesPerNumber),
                PhoneCodesPerAddress = from.Number("limits.phone-codes-per-address", 1, int.MaxValue, unset.Limits.PhoneCodesPerAddress),
                CallersPerOperator = from.Number("limits.callers-per-operator", 1, int.MaxValue, unset.Limits.CallersPerOperator),
                UploadsPerAddress = from.Number("limits.uploads-per-address", 1, int.MaxValue, unset.Limits.UploadsPerAddress),
            },
            Running = new() { Lease = TimeSpan.FromSeconds(from.Number("loops.lease", 2, 600, 30)) },
        };
    }

    private static DatabaseSettings Database(SettingsReader from, string data)
    {
        if (from.Text("postgres") is not { } connection)
            return new(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "minqing.db") }.ToString());
        try
        {
            return new(DatabaseKind.Postgres, new NpgsqlConnectionStringBuilder(connection).ToString());
        }
        catch (ArgumentException wrong)
        {
            // The message names the bad keyword; the value may hold a password and is not repeated.
            from.Refuse("postgres", $"not a connection string ({wrong.Message}); Host=…;Database=…;Username=…;Password=… is expected");
            return new(DatabaseKind.Postgres, "");
        }
    }

    // "http://*:5311" is a place to listen at and no address to print.
    private static Uri? Reachable(SettingsReader from, string urls)
    {
        var first = urls.Split(';')[0].Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        if (Uri.TryCreate(first, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        from.Refuse("urls", $"\"{urls}\" cannot be used, addresses such as http://127.0.0.1:5311 are expected");
        return null;
    }

    private static SmsSettings Sms(SettingsReader from)
    {
        // No hole before the path: words in a message must never choose the host.
        if (from.Url("sms.address") is not { } address || address.Authority.Contains('{', StringComparison.Ordinal))
        {
            from.Refuse("sms.address", "the gateway's address is expected, such as https://sms.example.cn/send");
            return new("POST", "", new Dictionary<string, string>(), "");
        }

        return new(from.Text("sms.method") ?? "POST", from.Text("sms.address")!.Trim(), from.Map("sms.headers"), from.Text("sms.body") ?? """{"phone":"{phone}","text":"{text}","id":"{id}"}""")
        {
            Format = from.OneOf("sms.format", SmsFormat.Json),
            IdHeader = from.Text("sms.id-header") ?? "X-Message-Id",
            Accepted = from.Text("sms.accepted"),
            Timeout = TimeSpan.FromSeconds(from.Number("sms.timeout", 1, 25, 10)),
        };
    }
}
