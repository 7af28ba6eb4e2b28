using System.Text.Json;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>One entry by itself: its hash, and its columns against the hashed body.</summary>
internal static class EntryCheck
{
    /// <summary>What the body says; null when it was found changed or cannot be read.</summary>
    public static EntryBody? Read(StoredEntry entry, StrippedEntries stripped, List<Finding> found)
    {
        if (entry.Format != HashChain.Format)
        {
            found.Add(new(entry.Name, $"its format \"{entry.Format}\" is not one that was ever written"));
            return null;
        }

        if (!HashChain.Hash(entry.Previous, entry.Body).AsSpan().SequenceEqual(entry.Hash) && !stripped.Holds(entry))
        {
            found.Add(new(entry.Name, "was changed: what it says does not match its hash"));
            return null;
        }

        try
        {
            var body = Facts.Parse(entry.Body);
            Compare(entry, body, found);
            return body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            found.Add(new(entry.Name, "what it says cannot be read"));
            return null;
        }
    }

    private static void Compare(StoredEntry entry, EntryBody body, List<Finding> found)
    {
        foreach (var column in Differing(entry, body))
            found.Add(new(entry.Name, $"its column {column} was changed: it does not say what the hashed body says"));
    }

    private static IEnumerable<string> Differing(StoredEntry entry, EntryBody body)
    {
        if (body.Kind.ToString() != entry.Kind)
            yield return "subject_kind";
        if (body.Id != entry.SubjectId)
            yield return "subject_id";
        if (body.Seq != entry.Seq)
            yield return "seq";
        if (body.At != entry.At)
            yield return "at";
        if (body.Step != entry.Step)
            yield return "step";
        if (body.Actor.Person?.Value != entry.Person)
            yield return "person";
    }
}
