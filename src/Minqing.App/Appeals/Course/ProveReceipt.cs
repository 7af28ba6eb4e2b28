using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Sealing;

namespace Minqing.App.Appeals.Course;

/// <summary>For the reporter: the entry by which their report was received, and the proof that it stands under the newest signed head.</summary>
public sealed class ProveReceipt(MinqingDb db, ReporterEntry door)
{
    public async Task<Result<ReceiptProof>> RunAsync(string? number, string? code, CancellationToken ct)
    {
        var let = await door.RunAsync(number, code, ct);
        if (let.Problem is { } no)
            return no;

        var report = let.Value.Value;
        var entry = await db.Journal.AsNoTracking().SingleAsync(j => j.SubjectId == report && j.SubjectKind == SubjectKind.Report && j.Seq == 1, ct);
        if (!HashChain.Hash(entry.Previous, entry.Body).AsSpan().SequenceEqual(entry.Hash))
            return new ReceiptStripped();

        if (await new Prover(db).OfAsync(entry.Id, ct) is not { } proof)
            return new NotYetSealed();

        var key = await db.TreeKeys.AsNoTracking().SingleAsync(k => k.Id == proof.Head.SignedBy, ct);
        return new ReceiptProof(entry.Format, entry.Body, entry.Previous, proof, new(key.Id, key.Algorithm, key.PublicKey));
    }
}

/// <summary>The entry is newer than the newest head; it will be sealed within a minute or two.</summary>
public sealed record NotYetSealed : NotFound;

/// <summary>Where it was is no longer told by the entry, because a secret was submitted: its hash stands, what it was made of is gone.</summary>
public sealed record ReceiptStripped : NotPossible;

/// <summary>All that is needed to check a receipt without us: hash the body, go up the path, compare the root, check the signature.</summary>
/// <param name="Format">How the hash is made of what came before and the body.</param>
public sealed record ReceiptProof(string Format, byte[] Body, byte[] Previous, Inclusion Inclusion, HeadKey Key);
