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
}
