using System.Net;
using System.Net.Sockets;

namespace Minqing.Web.Commands;

/// <summary>Whether the addresses to listen at are free, asked before anything is made that would be for nothing.</summary>
internal static class Addresses
{
    private const int PortsTried = 100;

    /// <summary>What to do about the first of them that is taken, in one line; null when all are free.</summary>
    public static string? Taken(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).FirstOrDefault(a => !a.IsUnixPipe && !IsFree(a, a.Port)) is { } taken
            ? $"端口 {taken.Port} 已被占用：请先停掉那个程序，或换一个端口。Port {taken.Port} is taken: stop what listens there, or choose another{(Other(taken) is { } free ? $", e.g. --urls {taken.Scheme}://{taken.Host}:{free}" : " with --urls")}"
            : null;

    private static int? Other(BindingAddress address) =>
        Enumerable.Range(address.Port + 1, PortsTried).Where(p => p <= IPEndPoint.MaxPort).Select(p => (int?)p).FirstOrDefault(p => IsFree(address, p!.Value));

    // Port 0 is any free one.
    private static bool IsFree(BindingAddress address, int port)
    {
        var host = IPAddress.TryParse(address.Host, out var named) ? named : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        using var listener = new TcpListener(host, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException)
        {
            // No such address here, or not allowed: the server says that better.
            return true;
        }
    }
}
