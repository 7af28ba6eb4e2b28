using System.Net;
using System.Net.Sockets;

namespace Minqing.Web.Tests.Commands;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_every_command(string option)
    {
        var output = new StringWriter();

        Assert.Equal(0, await Web.Commands.Commands.RunAsync([option], output, TextWriter.Null));
        Assert.All(Web.Commands.Commands.All().Subcommands, c => Assert.Contains($"  {c.Name} ", output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_refused()
    {
        var error = new StringWriter();

        Assert.Equal(1, await Web.Commands.Commands.RunAsync(["deadlin"], TextWriter.Null, error));
        Assert.Contains("deadlin", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    [Trait("Spec", "P-20")]
    public async Task Where_somebody_listens_already_nothing_is_made_and_one_line_says_what_to_do(string command)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (error, data) = (new StringWriter(), Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

        Assert.Equal(2, await Web.Commands.Commands.RunAsync([command, "--data", data, "--urls", $"http://127.0.0.1:{port}"], TextWriter.Null, error));

        var line = Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches($"^端口 {port} 已被占用.*--urls http://127.0.0.1:[0-9]+$", line.TrimEnd());
        Assert.False(Directory.Exists(data), "a folder of data was made for nothing");
    }
}
