using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>One of several, chosen by touch: a fieldset of large radio buttons.</summary>
public sealed record Options(string Name, string Legend, IReadOnlyList<Option> All, string? Current, string? Error, string? Hint = null, bool Optional = false)
{
    /// <summary>The values of a code, named and explained by the texts under <paramref name="words"/>.</summary>
    public static Options Of<T>(string name, string legend, string words, T? current, string? error)
        where T : struct, Enum =>
        new(name, legend, [.. Enum.GetValues<T>().Select(v => Option.Of(v.ToString(), $"{words}.{v.Name()}"))], current?.ToString(), error);
}

/// <summary>One choice and what it means.</summary>
public sealed record Option(string Value, string Text, string? Hint = null)
{
    internal static Option Of(string value, string words) =>
        Words.Has($"{words}.name") ? new(value, Words.Say($"{words}.name"), Words.Say($"{words}.hint")) : new(value, Words.Say(words));
}
