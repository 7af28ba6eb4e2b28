using Minqing.App.Kernel.Tables;

namespace Minqing.App.People.Importing;

/// <summary>The file of a duty roster: one shift a row.</summary>
public static class RosterColumns
{
    /// <summary>The code of the post whose duty it is.</summary>
    public static readonly Column Post = new("post", Required: true, "岗位", "岗位代码");

    /// <summary>The staff number of who has it.</summary>
    public static readonly Column Person = new("person", Required: true, "值班人", "工号");

    /// <summary>Local time, such as 2026-03-02 18:00.</summary>
    public static readonly Column From = new("from", Required: true, "从", "开始");
    public static readonly Column Until = new("until", Required: true, "到", "结束");

    public static readonly IReadOnlyList<Column> All = [Post, Person, From, Until];

    internal const string Format = "yyyy-MM-dd HH:mm";
}
