using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Sealing;

namespace Minqing.App.Kernel.Sealing;

/// <summary>The proof that one journal entry stands under the newest signed head.</summary>
public sealed class ProveEntry(MinqingDb db)
{
    public async Task<Result<Inclusion>> RunAsync(Guid entry, CancellationToken ct) =>
        await new Prover(db).OfAsync(entry, ct) is { } proof ? proof : new NotYetSealed();
}

/// <summary>The entry is newer than the newest head; it will be sealed within a minute or two.</summary>
public sealed record NotYetSealed : NotFound;
