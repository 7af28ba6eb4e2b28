using System.Net;
using System.Net.Sockets;

namespace Minqing.App.Kernel.Limiting;

/// <summary>Where a request comes from, as far as limits need it. Never stored, never logged.</summary>
/// <param name="Address">The network address; of IPv6 the first 64 bits, which one household holds.</param>
/// <param name="Device">What tells one browser from another; null for programs.</param>
public sealed record Sender(string Address, string? Device)
{
    public static Sender Of(IPAddress? address, string? device) => new(Network(address), device);

    private static string Network(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : address;
        return plain is { AddressFamily: AddressFamily.InterNetworkV6 } six ? Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)) : plain?.ToString() ?? "";
    }

    public override string ToString() => nameof(Sender);
}
