using Minqing.Domain.Kernel;

namespace Minqing.App.Configuration;

/// <summary>The program does not start: what is wrong with its settings, all of it.</summary>
public sealed record SettingsNotUsable(IReadOnlyList<Complaint> Complaints) : NotPossible
{
    public override string ToString() => string.Join('\n', Complaints);
}
