using System.Linq.Expressions;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.People;

/// <summary>How a kind of row tells what a scope asks: where it is, with which unit it stands, its category, whether it is sensitive.</summary>
/// <param name="StandsWith">Null for rows that stand with no unit: a scope by unit then shows nothing of them.</param>
/// <param name="Category">Null for rows without one: a scope limited to categories then shows nothing of them.</param>
/// <param name="Sensitive">Null for rows of which none is.</param>
public sealed record Seen<T>(
    Expression<Func<T, string>> Path,
    Expression<Func<T, UnitId, bool>>? StandsWith = null,
    Expression<Func<T, string?>>? Category = null,
    Expression<Func<T, bool>>? Sensitive = null);
