using System.Text;

namespace Minqing.Domain.Policy;

/// <summary>The kebab-case name of a code, as interfaces, profiles and the journal spell it.</summary>
public static class Kebab
{
    public static string Name<T>(this T code)
        where T : struct, Enum => Names<T>.Of(code);

    public static string Of(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>The code that a kebab-case name stands for; null when there is none.</summary>
    public static T? Parse<T>(string name)
        where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out var code) ? code : null;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(c => Kebab.Of(c.ToString()));
        private static readonly Dictionary<T, string> ByCode = ByName.ToDictionary(p => p.Value, p => p.Key);

        public static string Of(T code) => ByCode[code];
    }
}
