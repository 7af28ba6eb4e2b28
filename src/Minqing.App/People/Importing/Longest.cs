namespace Minqing.App.People.Importing;

/// <summary>How long the words of a file may be.</summary>
internal static class Longest
{
    public const int Code = 60;
    public const int Name = 100;
    public const int PersonName = 40;
}
