using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Identities;
using Minqing.Domain.Appeals;

namespace Minqing.Web.Api;

/// <summary>What a reporter can check for themselves: who saw their identity, and that their receipt stands in the sealed journal.</summary>
internal static class EvidenceApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var report = routes.MapGroup("/api/v1/reports/{number}").WithTags("reports");
        report.MapGet("openings", OpeningsAsync).WithSummary("Who saw the reporter's identity, when and what for.");
        report.MapGet("proof", ProofAsync).WithSummary("The proof that the receipt's entry stands under the newest signed head; 404 not-yet-sealed in the first minute.");
    }

    private static async Task<Results<Ok<IReadOnlyList<OpeningBody>>, ProblemHttpResult>> OpeningsAsync(
        string number, [FromQuery] string? code, ListOpenings list, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return (await list.RunAsync(number, code, ct)).ToHttp<IReadOnlyList<Opening>, IReadOnlyList<OpeningBody>>(all => [.. all.Select(o => new OpeningBody(o.At, o.Role, o.Unit, o.Purpose))]);
    }

    private static async Task<Results<Ok<ProofBody>, ProblemHttpResult>> ProofAsync(string number, [FromQuery] string? code, ProveReceipt prove, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return (await prove.RunAsync(number, code, ct)).ToHttp(ProofBody.Of);
    }
}

/// <summary>One opening of the reporter's identity.</summary>
/// <param name="Role">The role of the post that opened it.</param>
/// <param name="Unit">Its unit, by name.</param>
public sealed record OpeningBody(DateTime At, string? Role, string? Unit, OpeningPurpose Purpose);

/// <summary>A receipt's proof. Hash = SHA-256(format, newline, length byte and bytes of previous, body); leaf = SHA-256(0, entry id, hash); then RFC 6962 up the path to the root.</summary>
/// <param name="Body">The entry as it was written, base64.</param>
/// <param name="Path">From the leaf upwards, hex.</param>
/// <param name="Signed">The text that was signed, base64.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, base64.</param>
public sealed record ProofBody(
    Guid Entry, string Format, byte[] Body, string Previous, string Hash, long Leaf, long Size, DateTime SealedAt, IReadOnlyList<string> Path, string Root, byte[] Signed, byte[] Signature, string Algorithm, string Key, byte[] PublicKey)
{
    internal static ProofBody Of(ReceiptProof proof)
    {
        var (inclusion, head) = (proof.Inclusion, proof.Inclusion.Head);
        return new(
            inclusion.Entry, proof.Format, proof.Body, Hex(proof.Previous), Hex(inclusion.Hash), inclusion.Leaf, head.Size, head.At,
            [.. inclusion.Path.Select(Hex)], Hex(head.Root), head.Text(), head.Signature, proof.Key.Algorithm, proof.Key.Id, proof.Key.PublicKey);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
