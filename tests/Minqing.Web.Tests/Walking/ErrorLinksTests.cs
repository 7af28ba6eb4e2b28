using System.Text.RegularExpressions;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.Web.Tests.Walking;

/// <summary>What a form refuses is told above it, with a link to the field.</summary>
[Trait("Spec", "I-16")]
public sealed partial class ErrorLinksTests
{
    [Fact]
    public async Task Each_error_above_a_form_leads_to_a_field_of_it()
    {
        await using var city = await WalkedCity.OnAsync(Engine.Sqlite);
        foreach (var walker in city.Walkers)
            await walker.BeginAsync();
        var it = (await new Cases(city).LedByAsync(1)).Appeal.Value;
        (Role Who, string[] Forms)[] asked =
        [
            (Role.VillageSecretary, ["raise", "note", "visit", "ask-extension", "whistle", "finish", "message"]),
            (Role.CityCentre, ["transfer", "add-co", "split", "name-target", "reclassify", "urge-unit", "refer", "suspend", "restrict", "propose-invalid", "decline", "merge"]),
            (Role.CountyHead, ["instruct"]),
        ];
        foreach (var (who, forms) in asked)
            foreach (var form in forms)
                await LeadsAsync(city.At(who), $"/appeals/{it}/{form}");
        foreach (var kind in new[] { "key-matter", "meeting", "governance" })
            await LeadsAsync(city.At(Role.CityCentre), $"/oversight/new/{kind}");
    }

    // As a browser sends it: every field of the page, and nothing in any.
    private static async Task LeadsAsync(Walker who, string address)
    {
        using var shown = await who.KnockAsync(new("GET", address));
        var names = Name().Matches(await shown.Content.ReadAsStringAsync(WalkedCity.Ct)).Select(m => m.Groups[1].Value).Where(n => n[0] != '_').Distinct();
        using var answer = await who.KnockAsync(new("POST", address, Fields: [.. names.Select(n => (n, ""))]));
        var page = await answer.Content.ReadAsStringAsync(WalkedCity.Ct);
        var links = Link().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEqual((address, 0), (address, links.Count));
        Assert.All(links, id => Assert.True(page.Contains($"id=\"{id}\"", StringComparison.Ordinal) || page.Contains($"id='{id}'", StringComparison.Ordinal), $"{address}: nothing is called {id}"));
    }

    [GeneratedRegex("<(?:textarea|select|input(?![^>]*type=\"(?:radio|checkbox|file|hidden)\"))[^>]* name=\"([^\"]+)\"")]
    private static partial Regex Name();

    [GeneratedRegex("<li><a href='#([^']+)'")]
    private static partial Regex Link();
}
