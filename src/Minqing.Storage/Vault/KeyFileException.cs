namespace Minqing.Storage.Vault;

/// <summary>The keys are missing, unreadable or not those of this database. The program must not start.</summary>
public sealed class KeyFileException(string message, Exception? inner = null) : Exception(message, inner);
