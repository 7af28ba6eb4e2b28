using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Api;

/// <summary>The first and the last day that can be written down are days like others: refused, or counted, and never an error of ours.</summary>
public sealed class EndsOfTimeTests
{
    private const string First = "0001-01-01";
    private const string Last = "9999-12-31";

    private static CancellationToken Ct => WalkedCity.Ct;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-02")]
    [Trait("Spec", "O-04")]
    [Trait("Spec", "O-06")]
    public async Task No_day_is_too_early_or_too_late_to_be_answered(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        await using var db = city.Site.Test.NewDb();
        var secretary = await db.Posts.SingleAsync(p => p.Holder == city.At(Role.VillageSecretary).Person && p.Role == Role.VillageSecretary, Ct);
        var (post, colleague) = ($"/api/v1/posts/{secretary.Id.Value}", city.At(Role.VillagePolice).Person.Value);
        var number = await db.Persons.Where(p => p.Id == city.At(Role.VillagePolice).Person).Select(p => p.Code).SingleAsync(Ct);
        foreach (var (role, address, body) in new (Role, string, object?)[]
        {
            (Role.CountyHead, $"/api/v1/instructions/figures?from={First}&to={First}", null),
            (Role.CountyHead, $"/api/v1/instructions/figures?from={Last}&to={Last}", null),
            (Role.CountyCentre, $"/publicity/report?From={First}&To={Last}", null),
            (Role.CountyCentre, $"/api/v1/publicity?year=1&after={First}", null),
            (Role.CountyCentre, $"/api/v1/publicity?year=9999&after={Last}T00:00:00", null),
            (Role.CountyCentre, $"/api/v1/ledger?from={First}&to={Last}", null),
            (Role.CountyCentre, $"/api/v1/reconciliations?week={First}T00:00:00Z", null),
            (Role.Administrator, $"/api/v1/admin/posts/{secretary.Id.Value}/holders", new { number, since = First }),
            (Role.Administrator, $"/api/v1/admin/posts/{secretary.Id.Value}/vacancy", new { last = Last }),
            (Role.Administrator, $"/api/v1/admin/posts/{secretary.Id.Value}/vacancy", new { last = First }),
            (Role.VillageSecretary, $"{post}/absences", new { person = colleague, from = First, to = First }),
            (Role.VillageSecretary, $"{post}/absences", new { person = colleague, from = Last, to = Last }),
            (Role.VillageSecretary, $"{post}/shifts", new { person = colleague, from = $"{First}T00:00:00", until = $"{First}T01:00:00" }),
            (Role.VillageSecretary, $"{post}/shifts", new { person = colleague, from = $"{Last}T00:00:00", until = $"{Last}T23:00:00" }),
            (Role.CountyCentre, "/api/v1/events", new { name = "停电", regionCode = "620402001201", categoryCode = "C4", since = $"{First}T00:00:00Z" }),
        })
        {
            using var official = await city.Site.ProgramOfAsync(city.At(role).Person);
            using var answer = body is null ? await official.GetAsync(new Uri(address, UriKind.Relative), Ct) : await official.PostAsJsonAsync(address, body, Ct);

            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
            Assert.NotEqual((HttpStatusCode.Forbidden, address), (answer.StatusCode, address));
        }
    }
}
