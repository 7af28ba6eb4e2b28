using Minqing.Domain.Appeals;

namespace Minqing.Domain.People;

/// <summary>Breaks the order, so that the test can be seen to find it: people may not know of appeals.</summary>
internal sealed class WrongOnPurpose
{
    public static string Peek() => Hidden(typeof(Appeal));

    private static string Hidden(Type type) => type.Name;
}
