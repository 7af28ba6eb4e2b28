using System.Collections;

namespace Minqing.App.Configuration;

/// <summary>Reads environment variables: <c>MINQING_SMS__ADDRESS</c> is <c>sms.address</c>, <c>MINQING_PUBLIC_URL</c> is <c>public-url</c>.</summary>
internal static class SettingsEnvironment
{
    private const string Prefix = "MINQING_";

    public static void Read(IDictionary environment, Dictionary<string, Setting> values)
    {
        foreach (DictionaryEntry variable in environment)
        {
            if (variable is { Key: string name, Value: string { Length: > 0 } value }
                && name.StartsWith(Prefix, StringComparison.Ordinal)
                && !name.StartsWith("MINQING_TEST_", StringComparison.Ordinal))
            {
                values[Key(name)] = new(value, name);
            }
        }
    }

    private static string Key(string name) =>
        name[Prefix.Length..].ToLowerInvariant().Replace("__", ".", StringComparison.Ordinal).Replace('_', '-');
}
