using System.ComponentModel;
using System.Diagnostics;

namespace Minqing.App.Media.Tools;

/// <summary>How a run of an outside program ended.</summary>
public enum ToolRun
{
    Done,
    Failed,
    TimedOut,
    NotInstalled,
}

/// <summary>Runs outside programs on strangers' files: no shell, no inherited environment, a limit on time, memory and what they write.</summary>
internal static class Tool
{
    private const string Limiter = "/usr/bin/prlimit";
    private static readonly string[] Limits = ["--as=3221225472", "--cpu=60", "--fsize=268435456", "--core=0", "--"];

    public static string? Find(string name) =>
        Path.IsPathRooted(name)
            ? File.Exists(name) ? name : null
            : (Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public static async Task<ToolRun> RunAsync(string program, string folder, IEnumerable<string> arguments, TimeSpan limit, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start(program, folder, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return ToolRun.NotInstalled;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(limit);
        try
        {
            await Task.WhenAll(DrainAsync(process.StandardOutput, stop.Token), DrainAsync(process.StandardError, stop.Token), process.WaitForExitAsync(stop.Token));
            return process.ExitCode == 0 ? ToolRun.Done : ToolRun.Failed;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return ToolRun.TimedOut;
        }
    }

    private static ProcessStartInfo Start(string program, string folder, IEnumerable<string> arguments)
    {
        var limited = File.Exists(Limiter);
        var start = new ProcessStartInfo(limited ? Limiter : program, limited ? [.. Limits, program, .. arguments] : arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        return start;
    }

    private static async Task DrainAsync(StreamReader output, CancellationToken ct)
    {
        var buffer = new char[4096];
        while (await output.ReadAsync(buffer, ct) > 0)
        {
        }
    }
}
