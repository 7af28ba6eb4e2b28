using System.Text.Json;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>One matter of supervision in a city: a project, a key matter, an accountability, an inspector's list.</summary>
internal sealed class CityDocket(CityDays days, Guid id)
{
    public Guid Id => id;

    public static async Task<CityDocket> OpenAsync(CityDays days, DemoOfficial who, object body) =>
        new(days, (await days.Callers.PostAsync(who, "dockets", body)).GetProperty("id").GetGuid());

    /// <summary>Those of a kind that somebody knows of.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ListAsync(CityDays days, DemoOfficial who, string kind) =>
        [.. (await days.Callers.GetAsync(who, $"dockets?kind={kind}")).GetProperty("rows").EnumerateArray()];

    /// <summary>Takes a step; gives the state it is in then.</summary>
    public async Task<string?> DoAsync(DemoOfficial who, string step, object body) =>
        (await days.Callers.PostAsync(who, $"dockets/{id}/steps/{step}", body)).GetProperty("state").GetString();

    public Task<string> RefusedAsync(DemoOfficial who, string step, object body) => days.Callers.RefusedAsync(who, $"dockets/{id}/steps/{step}", body);

    public Task<JsonElement> ReadAsync(DemoOfficial who) => days.Callers.GetAsync(who, $"dockets/{id}");

    public Task<string> PageAsync(DemoOfficial who) => days.Callers.PageAsync(who, $"/oversight/{id}");
}
