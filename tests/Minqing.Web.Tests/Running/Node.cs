using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Minqing.Web.Tests.Running;

/// <summary>A process of the program, started as an operator does, that can be killed as a power cut does.</summary>
internal sealed class Node : IDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];

    private Node(Process process) => this.process = process;

    /// <summary>Starts one and waits until it says that it is ready.</summary>
    public static async Task<Node> StartAsync(string[] arguments, CancellationToken ct)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Minqing.Web.dll"), "serve", "--urls", url, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var node = new Node(new Process { StartInfo = start });
        node.process.OutputDataReceived += (_, line) => node.Heard(line.Data);
        node.process.ErrorDataReceived += (_, line) => node.Heard(line.Data);
        node.process.Start();
        node.process.BeginOutputReadLine();
        node.process.BeginErrorReadLine();
        try
        {
            await node.ReadyAsync(url, ct);
            return node;
        }
        catch
        {
            node.Dispose();
            throw;
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit(TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private async Task ReadyAsync(string url, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(90);)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The node ended with {process.ExitCode}: {Said()}");
            try
            {
                using var answer = await http.GetAsync(new Uri(url + "/readyz"), ct);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(50, ct);
        }

        throw new TimeoutException($"The node is not ready: {Said()}");
    }

    private void Heard(string? line)
    {
        lock (said)
            said.Add(line ?? "");
    }

    private string Said()
    {
        lock (said)
            return string.Join('\n', said);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
