using Minqing.App.Policy;

namespace Minqing.Web.Tests.Commands;

[Trait("Spec", "P-21")]
public sealed class ProfileCommandTests
{
    [Fact]
    public async Task A_good_profile_is_summed_up_with_its_assumptions()
    {
        var (code, output, _) = await RunAsync("profile", "check", "baiyin");
        Assert.Equal(0, code);
        Assert.Contains("no problems", output, StringComparison.Ordinal);
        Assert.Contains("handle-village: 3 working-days", output[output.IndexOf("assumptions", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_one_is_told_line_by_line()
    {
        using var folder = new Bad();
        var (code, output, _) = await RunAsync("profile", "check", folder.Path);
        Assert.Equal(1, code);
        Assert.Equal($"{folder.Path}/profile.yaml:39: Unknown setting hot-line. Did you mean hotline?", output.Split(Environment.NewLine).First(l => l.Contains("hot-line", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_bad_one_stops_the_start_without_a_trace()
    {
        using var folder = new Bad();
        var (code, _, error) = await RunAsync("serve", "--profile", folder.Path, "--data", System.IO.Path.Combine(folder.Path, "data"), "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains("profile.yaml:39: Unknown setting hot-line.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(System.IO.Path.Combine(folder.Path, "data")));
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (await Web.Commands.Commands.RunAsync(args, output, error), output.ToString(), error.ToString());
    }

    private sealed class Bad : IDisposable
    {
        public Bad()
        {
            foreach (var file in Directory.GetFiles(Profiles.Find("baiyin"), "*.yaml"))
            {
                File.WriteAllText(System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), File.ReadAllText(file).Replace("hotline", "hot-line", StringComparison.Ordinal));
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("minqing-profile-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
