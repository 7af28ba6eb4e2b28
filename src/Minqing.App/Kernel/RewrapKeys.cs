using Microsoft.Extensions.Logging;
using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.App.Kernel;

/// <summary>After a new master key: wraps the data keys of older ones by it, so that the old one can be destroyed.</summary>
public sealed partial class RewrapKeys(IdentityVault vault, ILogger<RewrapKeys> log)
{
    private const int Batch = 500;

    public async Task<Result<int>> RunAsync(CancellationToken ct)
    {
        var done = 0;
        while (await vault.RewrapAsync(Batch, ct) is > 0 and var batch)
            done += batch;

        LogRewrapped(done);
        return done;
    }

    [LoggerMessage(LogLevel.Information, "{Count} data keys are now wrapped by the newest master key")]
    private partial void LogRewrapped(int count);
}
