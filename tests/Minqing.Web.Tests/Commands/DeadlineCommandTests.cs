namespace Minqing.Web.Tests.Commands;

[Trait("Spec", "D-01")]
public sealed class DeadlineCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("minqing-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_case_gets_its_deadline_in_the_order_of_the_file()
    {
        var (code, output, error) = await RunAsync("""
            case_id,assign_at,deadline,working_days
            9,2025-01-24 10:00:00.000,somewhen,3
            2,2025-03-07 23:59:59.999,,1
            2,2025-03-08 00:00:00.000,,5
            """);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("case_id,deadline\n9,2025-02-05 23:59:59.999\n2,2025-03-10 23:59:59.999\n2,2025-03-14 23:59:59.999\n", output);
    }

    [Fact]
    public async Task Columns_stand_in_any_order_and_other_columns_do_not_matter()
    {
        var (code, output, _) = await RunAsync("working_days,note,assign_at,case_id\r\n1,\"two,\r\nlines\",2025-03-03 10:00:00.000,\"a,1\"\r\n");

        Assert.Equal(0, code);
        Assert.Equal("case_id,deadline\n\"a,1\",2025-03-04 23:59:59.999\n", output);
    }

    [Theory]
    [InlineData("2025-03-03 10:00:00", "2025-03-04 23:59:59")]
    [InlineData("2025-03-03T10:00:00.000", "2025-03-04T23:59:59.999")]
    public async Task An_instant_is_written_as_the_row_writes_it(string start, string due) =>
        Assert.Equal($"case_id,deadline\n1,{due}\n", (await RunAsync($"case_id,assign_at,working_days\n1,{start},1\n")).Output);

    [Theory]
    [InlineData("1,2025-02-30 10:00:00.000,1", "assign_at")]
    [InlineData("1,,1", "assign_at")]
    [InlineData("1,2025-03-03 10:00:00.000,0", "working_days")]
    [InlineData("1,2025-03-03 10:00:00.000,-1", "working_days")]
    [InlineData("1,2025-03-03 10:00:00.000,2.5", "working_days")]
    [InlineData("1,2025-03-03 10:00:00.000,99999999999", "working_days")]
    [InlineData(",2025-03-03 10:00:00.000,1", "case_id")]
    [InlineData("1,2025-03-03 10:00:00.000", "fields")]
    [InlineData("1\"x,2025-03-03 10:00:00.000,1", "quotes")]
    public async Task A_bad_row_is_named_by_its_line_and_the_others_are_answered(string row, string reason)
    {
        var (code, output, error) = await RunAsync($"case_id,assign_at,working_days\n\"a\nb\",2025-03-03 10:00:00.000,1\n\n{row}\n3,2025-03-03 10:00:00.000,1\n");

        Assert.Equal(1, code);
        Assert.Equal("case_id,deadline\n\"a\nb\",2025-03-04 23:59:59.999\n3,2025-03-04 23:59:59.999\n", output);
        Assert.StartsWith("line 5: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "O-07")]
    public async Task A_year_without_data_warns_once_and_is_answered_by_its_weekends()
    {
        var (code, output, error) = await RunAsync("case_id,assign_at,working_days\n1,2026-12-31 10:00:00.000,1\n2,2027-01-04 10:00:00.000,1\n");

        Assert.Equal(0, code);
        Assert.Equal("case_id,deadline\n1,2027-01-01 23:59:59.999\n2,2027-01-05 23:59:59.999\n", output);
        Assert.Contains("2027", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "O-07")]
    public async Task The_data_folder_may_know_the_year()
    {
        Directory.CreateDirectory(Path.Combine(folder, "calendar", "CN"));
        await File.WriteAllTextAsync(Path.Combine(folder, "calendar", "CN", "2027.csv"), "date,kind,name\n2027-01-01,holiday,元旦\n");

        Assert.Equal((0, "case_id,deadline\n1,2027-01-04 23:59:59.999\n", ""), await RunAsync("case_id,assign_at,working_days\n1,2026-12-31 10:00:00.000,1\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("case_id,assign_at\n1,2025-03-03 10:00:00.000\n")]
    public async Task Without_its_columns_a_file_is_refused(string text)
    {
        var (code, _, error) = await RunAsync(text);

        Assert.Equal(1, code);
        Assert.StartsWith("line 1: a header with case_id, assign_at, working_days", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_missing()
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        Assert.Equal(1, await Web.Commands.Commands.RunAsync(["deadline", "--from", Path.Combine(folder, "none.csv")], output, error));
        Assert.Contains("none.csv", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string text)
    {
        var file = Path.Combine(folder, "cases.csv");
        await File.WriteAllTextAsync(file, text);
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await Web.Commands.Commands.RunAsync(["deadline", "--from", file, "--data", folder], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
