using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Api;

/// <summary>A program that acts for an official of the walked city.</summary>
internal sealed class Official(HttpClient http) : IDisposable
{
    private static CancellationToken Ct => WalkedCity.Ct;

    public static async Task<Official> OfAsync(WalkedCity city, Role role, bool elsewhere = false) => new(await city.Site.ProgramOfAsync(city.At(role, elsewhere).Person));

    public void Dispose() => http.Dispose();

    public async Task<JsonElement> GetAsync(string address) => await http.GetFromJsonAsync<JsonElement>($"/api/v1/{address}", Ct);

    public Task<JsonElement> AppealAsync(Case it) => GetAsync($"appeals/{it.Appeal.Value}");

    public async Task<HttpResponseMessage> FetchAsync(string address) => await http.GetAsync(new Uri(address, UriKind.Relative), Ct);

    /// <summary>Takes a step and gives where the appeal stands.</summary>
    public async Task<string?> DoAsync(Case it, string step, object body)
    {
        var (status, answer) = await PostAsync($"appeals/{it.Appeal.Value}/{step}", body);
        Assert.True(status == HttpStatusCode.OK, $"{step}: {status} {answer}");
        return answer.GetProperty("stage").GetString();
    }

    /// <summary>Asks for a step that is refused; gives the problem's code, and its field or else its words.</summary>
    public async Task<(HttpStatusCode Status, string Code, string Field)> RefusedAsync(Case it, string step, object body)
    {
        var (status, answer) = await PostAsync($"appeals/{it.Appeal.Value}/{step}", body);
        return (status, answer.GetProperty("type").GetString()!.Split(':')[^1], (answer.TryGetProperty("field", out var field) ? field : answer.TryGetProperty("detail", out var detail) ? detail : answer.GetProperty("title")).GetString()!);
    }

    /// <param name="key">The same again is the same request.</param>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string address, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{address}") { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
