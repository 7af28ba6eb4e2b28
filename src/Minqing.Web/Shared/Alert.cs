namespace Minqing.Web.Shared;

/// <summary>How urgent a deadline looks. The three colours mean this and nothing else; each comes with a word and a shape.</summary>
public enum Alert
{
    None,
    Yellow,
    Orange,
    Red,
}
