namespace Minqing.Domain.Regions;

/// <summary>A region's name as people say it: 中心街社区 for 中心街社区居民委员会, 断岘村 for 断岘村民委员会.</summary>
public static class RegionName
{
    private static readonly (string Ending, string Said)[] Endings =
    [
        ("社区居民委员会", "社区"), ("社区居委会", "社区"), ("居民委员会", "社区"), ("居委会", "社区"),
        ("村村民委员会", "村"), ("村村委会", "村"), ("村民委员会", "村"), ("村委会", "村"),
    ];

    public static string Short(string name)
    {
        foreach (var (ending, said) in Endings)
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
                return name[..^ending.Length] + said;
        }

        return name;
    }
}
