namespace Minqing.App.Media.Tools;

/// <summary>A folder for one run of a tool, in memory where the machine has that, so that pictures and voices touch no disk in the clear. Gone afterwards.</summary>
internal sealed class Workbench : IDisposable
{
    private const string Memory = "/dev/shm";

    public Workbench()
    {
        Folder = Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"minqing-{Guid.CreateVersion7():N}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Folder { get; }

    public Task PutAsync(string name, byte[] bytes, CancellationToken ct) => File.WriteAllBytesAsync(Path.Combine(Folder, name), bytes, ct);

    public Task<byte[]> TakeAsync(string name, CancellationToken ct) => File.ReadAllBytesAsync(Path.Combine(Folder, name), ct);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
