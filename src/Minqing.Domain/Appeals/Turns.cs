using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>Brings a list of turns to what it should be, touching only what differs.</summary>
internal static class Turns
{
    public static void Become(this List<Turn> turns, Guid subject, AppealId appeal, string path, IEnumerable<(string Key, TurnKind Kind, Clock Clock)> wanted)
    {
        var list = wanted.ToList();
        turns.RemoveAll(t => !list.Exists(w => w.Key == t.Key && w.Kind == t.Kind));
        foreach (var (key, kind, clock) in list)
        {
            if (turns.Find(t => t.Key == key && t.Kind == kind) is { } turn)
            {
                (turn.StartAt, turn.DueAt, turn.Path, turn.Appeal, turn.Stopped) = (clock.StartAt, clock.DueAt, path, appeal, clock.StoppedAt is not null);
            }
            else
            {
                turns.Add(new(subject, appeal, path, key, kind, clock.StartAt, clock.DueAt, clock.StoppedAt is not null));
            }
        }
    }
}
