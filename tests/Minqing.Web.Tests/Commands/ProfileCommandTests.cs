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
    public async Task A_check_names_national_rules_and_warns_of_the_unsafe_side()
    {
        var (code, output, _) = await RunAsync("profile", "check", "wanyuan");
        Assert.Equal(0, code);
        Assert.Contains("国办函〔2025〕66号（五）: what departments should do is not given to the grass roots", output, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
        Assert.Contains("  larger: 0\n  difficult: 10\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        using var folder = new Bad("phone-required: false", "phone-required: true");
        var (still, warned, _) = await RunAsync("profile", "check", folder.Path);
        Assert.Equal(0, still);
        Assert.Matches("WARNING[^\n]*\n  [^ ]*/profile.yaml:[0-9]+: phone-required[^\n]*个人信息保护法", warned);
    }

    [Fact]
    public async Task Two_cities_are_compared_in_words_grouped_by_file_and_the_exit_says_whether_they_differ()
    {
        var (code, output, _) = await RunAsync("profile", "diff", "baiyin", "huining");
        Assert.Equal(1, code);
        var lines = output.Split(Environment.NewLine);
        Assert.Contains("  levels: no. 3: checked-by: baiyin: 4; huining: 3", lines);
        Assert.True(Array.IndexOf(lines, "limits.yaml") < Array.FindIndex(lines, l => l.StartsWith("  limits: handle-city: only baiyin: ", StringComparison.Ordinal)));

        Assert.Equal((0, ""), await RunAsync("profile", "diff", "baiyin", "baiyin") is var same ? (same.Code, same.Output) : default);
        Assert.Equal(2, (await RunAsync("profile", "diff", "baiyin", "nowhere")).Code);
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
        public Bad(string was = "hotline", string now = "hot-line")
        {
            foreach (var file in Directory.GetFiles(Profiles.Find("baiyin"), "*.yaml"))
            {
                File.WriteAllText(System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)), File.ReadAllText(file).Replace(was, now, StringComparison.Ordinal));
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("minqing-profile-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
