using Minqing.App.Kernel.Tables;

namespace Minqing.App.People.Importing;

/// <summary>The file of people with an official part.</summary>
public static class PersonColumns
{
    /// <summary>The staff number; it never changes.</summary>
    public static readonly Column Code = new("code", Required: true, "工号", "人员代码", "编码");
    public static readonly Column Name = new("name", Required: true, "姓名");

    /// <summary>The number to which work is sent by SMS.</summary>
    public static readonly Column Phone = new("phone", Required: false, "手机", "电话", "手机号");

    public static readonly IReadOnlyList<Column> All = [Code, Name, Phone];
}
