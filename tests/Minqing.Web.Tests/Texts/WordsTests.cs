using System.Reflection;
using System.Runtime.CompilerServices;
using Minqing.App;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Tests.Texts;

public sealed class WordsTests
{
    [Fact]
    public void Every_problem_has_words()
    {
        var missing = Problems().Select(t => ProblemWords.Kebab(t.Name))
            .Where(code => !Words.Has($"problem.{code}") && !(Words.Has($"problem.{code}.title") && Words.Has($"problem.{code}.detail")))
            .Select(code => $"Texts/zh-CN/*.yaml: problem: {code}");

        Assert.True(!missing.Any(), string.Join("\n", missing));
    }

    [Fact]
    public void Words_of_a_problem_use_only_facts_it_has()
    {
        var wrong = from type in Problems()
                    let code = ProblemWords.Kebab(type.Name)
                    from key in new[] { $"problem.{code}", $"problem.{code}.title", $"problem.{code}.detail" }
                    from fact in Words.Facts(key)
                    where !key.EndsWith(".detail", StringComparison.Ordinal) || type.GetProperty(fact) is null
                    select $"{key}: {{{fact}}}";

        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void Words_without_a_problem_are_left_over_from_a_change()
    {
        var codes = Problems().Select(t => ProblemWords.Kebab(t.Name)).ToHashSet();

        Assert.Equal([], Words.Keys.Where(k => k.StartsWith("problem.", StringComparison.Ordinal) && !codes.Contains(k.Split('.')[1])));
    }

    [Theory]
    [InlineData("AlreadyTaken", "already-taken")]
    [InlineData("NoSuchPost", "no-such-post")]
    [InlineData("SMSNotSent", "sms-not-sent")]
    [InlineData("Missing", "missing")]
    public void A_code_is_the_name_in_kebab_case(string name, string code) => Assert.Equal(code, ProblemWords.Kebab(name));

    // A problem of no kind stays between parts of the program, as an outbox handler's "try again".
    private static IEnumerable<Type> Problems() =>
        new[] { typeof(Problem).Assembly, typeof(MinqingDb).Assembly, typeof(Settings).Assembly, Assembly.Load("Minqing.Integrations"), typeof(Site).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsSubclassOf(typeof(Problem)) && !t.IsAbstract && t.BaseType != typeof(Problem) && !t.IsDefined(typeof(CompilerGeneratedAttribute)));
}
