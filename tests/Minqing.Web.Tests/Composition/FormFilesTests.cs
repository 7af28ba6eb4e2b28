using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Composition;

[Trait("Spec", "I-30")]
public sealed class FormFilesTests
{
    [Fact]
    public async Task A_forms_files_are_not_put_on_the_disk_while_they_are_read()
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite, routes: app => app.MapPost("/buffered", async (HttpRequest request) =>
        {
            await request.ReadFormAsync();
            return OpenFiles().Where(f => f.Contains("ASPNETCORE_", StringComparison.Ordinal));
        }));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[300_000]) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "photos", "a.jpg" } };

        var answer = await site.Http.PostAsync("/buffered", form, TestContext.Current.CancellationToken);

        Assert.Contains("\"/dev/shm/", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<string> OpenFiles() => Directory.GetFiles("/proc/self/fd").Select(Target);

    // Others open and close files at the same time.
    private static string Target(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: false)?.FullName ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
