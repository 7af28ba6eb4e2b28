namespace Minqing.App.Kernel.Tables;

/// <summary>What an import did, or in a dry run would have done.</summary>
/// <param name="Skipped">Rows that were left out on purpose.</param>
/// <param name="IgnoredColumns">Columns of the file that nobody asked for.</param>
public sealed record Imported(int Rows, int Added, int Changed, int Same, int Skipped, bool DryRun, IReadOnlyList<string> IgnoredColumns);

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(ImportPhase Phase, int Done, int Of);

/// <summary>What an import is busy with.</summary>
public enum ImportPhase
{
    Reading,
    Checking,
    Writing,
}
