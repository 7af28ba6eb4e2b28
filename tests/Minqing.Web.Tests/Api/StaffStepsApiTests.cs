using System.Net;
using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Api;

/// <summary>The steps of staff as other programs take them.</summary>
public sealed class StaffStepsApiTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "H-11")]
    public async Task What_was_sent_up_is_sent_back_with_a_reason_or_accepted(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).RaisedToAsync(2);
        using var town = await Official.OfAsync(city, Role.TownCentre);
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);

        var mute = await town.RefusedAsync(it, "returns", new { });
        var returned = await town.DoAsync(it, "returns", new { reason = "先清门口这一段" });
        await secretary.DoAsync(it, "raisings", new { reason = "管网是镇里的", tried = "清过了，还是堵" });
        var accepted = await town.DoAsync(it, "acceptance", new { });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "missing", "reason"), mute);
        Assert.Equal(("handling", "handling"), (returned, accepted));
        var appeal = await town.AppealAsync(it);
        Assert.Equal((2, "larger"), (appeal.GetProperty("level").GetInt32(), appeal.GetProperty("grade").GetString()));
        Assert.Superset(new HashSet<string?> { "send-back", "accept-raised" }, Steps(appeal).ToHashSet());
        Assert.Equal((HttpStatusCode.Forbidden, "step-not-yours"), await secretary.RefusedAsync(it, "results", new { result = "好了", measures = "去过", outcome = "solved" }) is var (status, code, _) ? (status, code) : default);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-11")]
    public async Task What_went_back_and_forth_is_decided_above_and_nobody_returns_it(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ToRuleByAsync(3);
        using var county = await Official.OfAsync(city, Role.CountyCentre);
        using var town = await Official.OfAsync(city, Role.TownCentre);

        var nowhere = await county.RefusedAsync(it, "rulings", new { level = 9, reason = "由你们办" });
        await county.DoAsync(it, "rulings", new { level = 2, reason = "管网归镇里" });
        await town.DoAsync(it, "signature", new { });
        var up = await town.RefusedAsync(it, "raisings", new { reason = "不归我们", tried = "看过" });

        Assert.Equal("no-such-level", nowhere.Code);
        Assert.Equal((HttpStatusCode.Conflict, "ruled-already"), (up.Status, up.Code));
        Assert.Equal(2, (await county.AppealAsync(it)).GetProperty("level").GetInt32());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-21")]
    public async Task A_result_is_refused_at_a_sentence_and_passes_when_it_is_right(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ToCheckByAsync(2);
        using var town = await Official.OfAsync(city, Role.TownCentre);
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);

        var where = await town.RefusedAsync(it, "rejections", new { kind = "wording", reason = "太含糊" });
        var refused = await town.DoAsync(it, "rejections", new { kind = "wording", sentence = "已经疏通好了", reason = "说清楚哪一段" });
        var again = await secretary.DoAsync(it, "results", new { result = "3 号楼门前 20 米已经疏通。", measures = "请工人疏通", outcome = "solved" });
        var passed = await town.DoAsync(it, "approvals", new { verified = "solved" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "missing", "sentence"), where);
        Assert.Equal(("handling", "checking", "following-up"), (refused, again, passed));
        Assert.Equal("solved", (await town.AppealAsync(it)).GetProperty("outcome").GetString());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-20")]
    [Trait("Spec", "H-22")]
    public async Task A_promise_is_proven_checked_and_the_reporter_asked(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ClosedByAsync(1, Outcome.Promised);
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);
        using var town = await Official.OfAsync(city, Role.TownCentre);
        using var desk = await Official.OfAsync(city, Role.FollowUpDesk);

        var proven = await secretary.DoAsync(it, "proofs", new { proof = "管子换了新的" });
        var passed = await town.DoAsync(it, "approvals", new { verified = "solved" });
        var unknown = await desk.RefusedAsync(it, "follow-ups", new { outcome = "reached", attitude = 1, speed = 7, result = 1 });
        var asked = await desk.DoAsync(it, "follow-ups", new { outcome = "reached", attitude = 1, speed = 2, result = 1, solved = true, words = "好了" });

        Assert.Equal(("checking", "following-up", "settled"), (proven, passed, asked));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "not-a-rating", "speed"), unknown);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-30")]
    public async Task A_note_is_for_those_who_handle_and_another_category_is_one_of_the_citys(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).LedByAsync(1);
        using var grid = await Official.OfAsync(city, Role.GridOfficer);
        using var town = await Official.OfAsync(city, Role.TownCentre);

        await grid.DoAsync(it, "notes", new { text = "井盖在 2 单元门口" });
        var course = await (await grid.FetchAsync($"/api/v1/reports/{it.Number}?code={it.Code}")).Content.ReadAsStringAsync(WalkedCity.Ct);
        var unknown = await town.RefusedAsync(it, "classifications", new { categoryCode = "ZZ", reason = "看错了" });
        await town.DoAsync(it, "classifications", new { categoryCode = "B1", reason = "是教育的事" });

        var appeal = await town.AppealAsync(it);
        Assert.Contains("note", Steps(appeal));
        Assert.DoesNotContain("井盖", course, StringComparison.Ordinal);
        Assert.Equal(("unknown-category", "categoryCode"), (unknown.Code, unknown.Field));
        Assert.Equal("B1", appeal.GetProperty("category").GetString());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-31")]
    public async Task The_second_of_two_is_told_who_did_what_and_goes_on_from_there(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);
        using var police = await Official.OfAsync(city, Role.VillagePolice);
        var seen = (await secretary.AppealAsync(it)).GetProperty("seen").GetString();

        await police.DoAsync(it, "first-contact", new { seen });
        var (status, late) = await secretary.PostAsync($"appeals/{it.Appeal.Value}/messages", new { text = "工人在路上", seen });
        var now = (await secretary.AppealAsync(it)).GetProperty("seen").GetString();
        var sent = await secretary.DoAsync(it, "messages", new { text = "工人在路上", seen = now });

        Assert.Equal((HttpStatusCode.Conflict, "urn:minqing:problem:changed-meanwhile"), (status, late.GetProperty("type").GetString()));
        Assert.Equal(("village-police", "take"), (late.GetProperty("role").GetString(), late.GetProperty("step").GetString()));
        Assert.Equal("handling", sent);
    }

    private static IEnumerable<string?> Steps(JsonElement appeal) => appeal.GetProperty("story").EnumerateArray().Select(s => s.GetProperty("step").GetString());
}
