namespace Minqing.Domain.Regions;

/// <summary>Where a region stands in the tree, such as <c>62/04/02/001/201/</c>. What lies below it sorts between <see cref="From"/> and <see cref="Before"/>, by the bytes.</summary>
public readonly record struct RegionPath(string Value)
{
    /// <summary>The first path of the area: the region's own.</summary>
    public string From => Value;

    /// <summary>The first path behind the area. '0' follows '/'.</summary>
    public string Before => Value[..^1] + "0";

    public bool Contains(string path) => path.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>This path and those of the regions above it, the highest first.</summary>
    public IEnumerable<RegionPath> Lineage()
    {
        for (var i = 0; i < Value.Length; i++)
        {
            if (Value[i] == '/')
                yield return new(Value[..(i + 1)]);
        }
    }

    /// <summary>The path of a region with this code under this parent. A code that continues its parent's gives only the rest of it.</summary>
    public static RegionPath Of(string significant, string? parentPath, string parentSignificant)
    {
        var segment = parentPath is not null && significant.Length > parentSignificant.Length && significant.StartsWith(parentSignificant, StringComparison.Ordinal)
            ? significant[parentSignificant.Length..]
            : significant;
        return new($"{parentPath}{segment}/");
    }
}
