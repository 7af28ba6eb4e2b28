using System.Collections;
using Minqing.App.Configuration;
using Minqing.Domain.Kernel;

namespace Minqing.App.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("minqing-settings-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    [Trait("Spec", "P-20")]
    public void Without_any_setting_there_is_an_embedded_database_in_the_data_folder()
    {
        var settings = Load("").Value;

        Assert.Equal(DatabaseKind.Sqlite, settings.Database.Kind);
        Assert.Contains(Path.Combine(data.FullName, "minqing.db"), settings.Database.Connection, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-20")]
    public void One_setting_puts_the_program_on_PostgreSQL() =>
        Assert.Equal(DatabaseKind.Postgres, Load("postgres: Host=db;Database=minqing").Value.Database.Kind);

    [Fact]
    [Trait("Spec", "P-21")]
    public void The_command_line_goes_before_the_environment_and_that_before_the_file()
    {
        var environment = new Hashtable { ["MINQING_URLS"] = "http://127.0.0.1:2", ["MINQING_PROFILE"] = "huining", ["MINQING_TEST_POSTGRES"] = "Host=x", ["PATH"] = "/bin" };
        var settings = Load("urls: http://127.0.0.1:1\nprofile: base\nlog: json", environment, new() { ["urls"] = "http://127.0.0.1:3" }).Value;

        Assert.Equal(("http://127.0.0.1:3", "huining", LogFormat.Json), (settings.Urls, settings.Profile, settings.Log));
    }

    [Fact]
    [Trait("Spec", "P-21")]
    public void The_gateway_and_the_proxies_are_read_with_their_parts()
    {
        var settings = Load("""
            trusted-proxies: [10.0.0.0/8, "fd00::/8"]
            sms:
              address: http://gateway.example/send
              headers:
                X-Message-Id: "{id}"
            """).Value;

        Assert.Equal(["10.0.0.0/8", "fd00::/8"], settings.TrustedProxies.Select(n => n.ToString()));
        Assert.Equal("{id}", settings.Sms!.Headers["X-Message-Id"]);
    }

    [Theory]
    [Trait("Spec", "P-21")]
    [InlineData("profile: baiyin\nlargest-request: huge", ":2: largest-request: \"huge\" cannot be used, a whole number from 1 to 2048 is expected")]
    [InlineData("sms:\n  adress: http://x", ":2: sms.adress: there is no such setting; is sms.address meant?")]
    [InlineData("public-url: minqing.cn", ":1: public-url: \"minqing.cn\" cannot be used, an address such as https://example.cn is expected")]
    [InlineData("trusted-proxies:\n- 10.0.0.0/8\n- everybody", ":3: trusted-proxies.1: \"everybody\" cannot be used, a network such as 10.0.0.0/8 is expected")]
    [InlineData("log: 1", ":1: log: \"1\" cannot be used, one of console, json is expected")]
    [InlineData("postgres: Hots=x", ":1: postgres: not a connection string")]
    [InlineData("a: b\n c: [", ":2: ")]
    public void What_cannot_be_used_is_named_with_file_line_and_reason(string file, string expected)
    {
        var problem = Assert.IsType<SettingsNotUsable>(Load(file).Problem);

        Assert.Contains(problem.Complaints, complaint => complaint.ToString().StartsWith(Path.Combine(data.FullName, "settings.yaml") + expected, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Spec", "P-21")]
    public void A_wrong_variable_is_named_without_its_value_being_a_secret_shown()
    {
        var problem = Load("", new() { ["MINQING_POSTGRES"] = "Password=geheim;Hots=x" }).Problem;

        Assert.StartsWith("MINQING_POSTGRES: postgres: ", problem!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem.ToString(), StringComparison.Ordinal);
    }

    private Result<Settings> Load(string file, Hashtable? environment = null, Dictionary<string, string>? options = null)
    {
        File.WriteAllText(Path.Combine(data.FullName, "settings.yaml"), file);
        return SettingsSources.Load(data.FullName, options ?? [], environment ?? []);
    }
}
