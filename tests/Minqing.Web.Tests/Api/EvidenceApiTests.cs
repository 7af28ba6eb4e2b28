using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Kernel.Sealing;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Api;

public sealed class EvidenceApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_receipt_is_checked_against_a_signed_head_with_nothing_of_ours(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var (number, code) = await SubmitAsync(street);
        await SubmitAsync(street);

        Assert.Equal("urn:minqing:problem:not-yet-sealed", (await GetAsync(street, $"{number}/proof?code={code}", HttpStatusCode.NotFound)).GetProperty("type").GetString());
        await using (var scope = street.Site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(Ct);
        var proof = await GetAsync(street, $"{number}/proof?code={code}", HttpStatusCode.OK);

        var body = proof.GetProperty("body").GetBytesFromBase64();
        Assert.Contains(number, Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        var previous = Bytes(proof, "previous");
        var hash = SHA256.HashData([.. Encoding.ASCII.GetBytes(proof.GetProperty("format").GetString() + "\n"), (byte)previous.Length, .. previous, .. body]);
        Assert.Equal(Bytes(proof, "hash"), hash);
        Assert.Equal(Bytes(proof, "root"), Climb(proof, SHA256.HashData([0, .. proof.GetProperty("entry").GetGuid().ToByteArray(bigEndian: true), .. hash])));
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(proof.GetProperty("publicKey").GetBytesFromBase64(), out _);
        var signed = proof.GetProperty("signed").GetBytesFromBase64();
        Assert.True(key.VerifyData(signed, proof.GetProperty("signature").GetBytesFromBase64(), HashAlgorithmName.SHA256));
        Assert.Contains(proof.GetProperty("root").GetString()!, Encoding.ASCII.GetString(signed), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "P-14")]
    public async Task Openings_and_proof_tell_a_stranger_nothing(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var (number, code) = await SubmitAsync(street);

        Assert.Equal(0, (await GetAsync(street, $"{number}/openings?code={code}", HttpStatusCode.OK)).GetArrayLength());
        foreach (var path in (string[])["openings", "proof"])
            Assert.Equal("urn:minqing:problem:no-such-report", (await GetAsync(street, $"{number}/{path}?code=AAAAAA", HttpStatusCode.NotFound)).GetProperty("type").GetString());
    }

    private static byte[] Bytes(JsonElement proof, string name) => Convert.FromHexString(proof.GetProperty(name).GetString()!);

    // RFC 9162, 2.1.3.2, written down once more.
    private static byte[] Climb(JsonElement proof, byte[] leaf)
    {
        var (fn, sn, r) = (proof.GetProperty("leaf").GetInt64(), proof.GetProperty("size").GetInt64() - 1, leaf);
        foreach (var beside in proof.GetProperty("path").EnumerateArray().Select(p => Convert.FromHexString(p.GetString()!)))
        {
            if (fn % 2 == 1 || fn == sn)
            {
                r = SHA256.HashData([1, .. beside, .. r]);
                for (; fn % 2 == 0 && fn != 0; fn /= 2)
                    sn /= 2;
            }
            else
            {
                r = SHA256.HashData([1, .. r, .. beside]);
            }

            (fn, sn) = (fn / 2, sn / 2);
        }

        Assert.Equal(0, sn);
        return r;
    }

    private static async Task<(string Number, string Code)> SubmitAsync(Street street)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = JsonContent.Create(new { siteCode = street.Code, text = "路灯坏了", phone = "13812345678" }) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var receipt = await (await street.Site.Http.SendAsync(request, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        return (receipt.GetProperty("number").GetString()!, receipt.GetProperty("queryCode").GetString()!);
    }

    private static async Task<JsonElement> GetAsync(Street street, string path, HttpStatusCode status)
    {
        var answer = await street.Site.Http.GetAsync(new Uri($"/api/v1/reports/{path}", UriKind.Relative), Ct);
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
