using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Minqing.Storage.Kernel;

/// <summary>A short list of values kept as JSON text in one column.</summary>
internal sealed class JsonList<T>() : ValueConverter<IReadOnlyList<T>, string>(list => Facts.Write(list), text => Facts.Read<List<T>>(text));

/// <summary>Compares such lists by their values.</summary>
internal sealed class JsonListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (a, b) => (a ?? Array.Empty<T>()).SequenceEqual(b ?? Array.Empty<T>()),
    list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
    list => list.ToList());
