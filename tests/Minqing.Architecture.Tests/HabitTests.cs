using Mono.Cecil;

namespace Minqing.Architecture.Tests;

/// <summary>Rules of style that the compiler cannot hold.</summary>
public sealed class HabitTests
{
    private static readonly string[] NoNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Dto", "Info", "Impl", "Service", "Base"];

    private static readonly string[] OwnClocks =
        ["System.DateTime.get_UtcNow", "System.DateTime.get_Now", "System.DateTime.get_Today", "System.DateTimeOffset.get_UtcNow", "System.DateTimeOffset.get_Now"];

    public static TheoryData<string> Projects => [.. Order.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void Time_comes_from_the_program_clock(string project) => Expect.None(Clocks(Compiled.Types(project)));

    [Theory, MemberData(nameof(Projects))]
    public void A_class_is_sealed_unless_something_derives_from_it(string project) =>
        Expect.None(Open(Compiled.Types(project), Order.Projects.SelectMany(Compiled.Types)));

    [Theory, MemberData(nameof(Projects))]
    public void Names_say_what_a_thing_is(string project) => Expect.None(Empty(Compiled.Types(project)));

    [Theory, MemberData(nameof(Projects))]
    public void A_use_case_gives_a_result_and_can_be_cancelled(string project) =>
        Expect.None(project == "App" ? Odd(Compiled.Types(project)) : []);

    [Fact]
    public void Bad_habits_on_purpose_are_found()
    {
        var own = Compiled.TypesOf("Minqing.Architecture.Tests.dll").Where(t => t.Namespace.EndsWith(".Habits", StringComparison.Ordinal)).ToList();

        Assert.Equal(["Minqing.Architecture.Tests.Habits.BadManager.When uses System.DateTime.get_UtcNow"], Clocks(own));
        Assert.Equal(["Minqing.Architecture.Tests.Habits.BadManager"], Open(own, own));
        Assert.Equal(["Minqing.Architecture.Tests.Habits.BadManager"], Empty(own));
        Assert.Equal(["Minqing.Architecture.Tests.Habits.BadManager.RunAsync"], Odd(own));
    }

    private static IEnumerable<string> Clocks(IEnumerable<TypeDefinition> types) =>
        Uses.Of(types).Where(u => OwnClocks.Contains(u.Used)).Select(u => u.ToString());

    private static IEnumerable<string> Open(IEnumerable<TypeDefinition> types, IEnumerable<TypeDefinition> all)
    {
        var parents = all.Where(t => t.BaseType is not null).Select(t => t.BaseType.GetElementType().FullName).ToHashSet();
        // Razor makes open classes of our pages, records of attributes make none.
        return from type in types
               where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type.FullName) && !Written.ByTool(type)
               select type.FullName;
    }

    private static IEnumerable<string> Empty(IEnumerable<TypeDefinition> types) =>
        types.Where(t => NoNames.Any(n => t.Name.Split('`')[0].EndsWith(n, StringComparison.Ordinal))).Select(t => t.FullName);

    private static IEnumerable<string> Odd(IEnumerable<TypeDefinition> types) =>
        from type in types
        where type.IsPublic && type.IsClass
        from method in type.Methods
        where method is { Name: "RunAsync", IsPublic: true, IsStatic: false }
            && !(method.Parameters is [.., { ParameterType.FullName: "System.Threading.CancellationToken", Name: "ct" }] && method.ReturnType.FullName.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal))
        select $"{type.FullName}.{method.Name}";
}
