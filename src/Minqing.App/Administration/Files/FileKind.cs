namespace Minqing.App.Administration.Files;

/// <summary>What a file of rows is about.</summary>
public enum FileKind
{
    Regions,
    Codes,
    Units,
    People,
    Posts,
    Roster,
}
