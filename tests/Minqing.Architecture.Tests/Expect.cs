namespace Minqing.Architecture.Tests;

/// <summary>Tells all that was found, not the first few.</summary>
internal static class Expect
{
    public static void None(IEnumerable<string> found)
    {
        if (found.ToList() is { Count: > 0 } all)
            Assert.Fail(string.Join('\n', all));
    }
}
