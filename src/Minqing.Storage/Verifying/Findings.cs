namespace Minqing.Storage.Verifying;

/// <summary>What was found, the first of it kept: one removed entry can throw out a million others.</summary>
internal sealed class Findings
{
    private const int Kept = 200;

    private readonly List<Finding> kept = [];

    public long Count { get; private set; }

    public IReadOnlyList<Finding> First => kept;

    public void Add(string place, string what)
    {
        lock (kept)
        {
            Count++;
            if (kept.Count < Kept)
                kept.Add(new(place, what));
        }
    }
}
