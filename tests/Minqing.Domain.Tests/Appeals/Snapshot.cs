using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>All that an aggregate holds, private parts too, as text: what two of them differ in is seen at once.</summary>
internal static class Snapshot
{
    // What the journal knows itself, and does not tell.
    private static readonly string[] NotOfTheState = ["taken", "<Version>", "<JournalLength>", "<JournalHead>"];

    public static string Of(Aggregate aggregate)
    {
        var text = new StringBuilder();
        Write(text, aggregate, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("–\n");
                break;
            case DateTime at:
                text.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:ss.fffffff} {at.Kind}\n");
                break;
            case string or Guid or DateOnly or Enum or bool or int or long or double:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
            case IEnumerable list:
                text.Append('\n');
                foreach (var item in list is IEnumerable<Turn> turns ? turns.OrderBy(t => (t.Key, t.Kind)) : list.Cast<object>())
                {
                    text.Append(' ', depth).Append("- ");
                    Write(text, item, depth + 2);
                }

                break;
            default:
                text.Append('\n');
                foreach (var field in Fields(value.GetType()))
                {
                    text.Append(' ', depth).Append(field.Name).Append(": ");
                    Write(text, field.GetValue(value), depth + 2);
                }

                break;
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) =>
        type is null || type == typeof(object) ? []
        : Fields(type.BaseType).Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !NotOfTheState.Any(n => f.Name.StartsWith(n, StringComparison.Ordinal)));
}
