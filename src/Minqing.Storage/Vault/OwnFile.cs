namespace Minqing.Storage.Vault;

/// <summary>Files that only their owner may read.</summary>
internal static class OwnFile
{
    /// <summary>Writes a new file whole and durable; false when one is there already.</summary>
    public static bool Create(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (File.Exists(path))
            return false;

        var draft = Write(path, content);
        try
        {
            // Two programs may start at once: the first one's file stays.
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
            return false;
        }
    }

    public static void Replace(string path, ReadOnlySpan<byte> content) => File.Move(Write(path, content), path, overwrite: true);

    private static string Write(string path, ReadOnlySpan<byte> content)
    {
        var draft = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var file = new FileStream(draft, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return draft;
    }
}
