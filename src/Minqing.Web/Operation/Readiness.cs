using System.Diagnostics.CodeAnalysis;
using Minqing.App.Kernel;
using Minqing.Storage;

namespace Minqing.Web.Operation;

/// <summary>Whether this node can serve: the database answers, its schema is today's, the loops turn.</summary>
internal sealed class Readiness(MinqingDb db, Heartbeats heartbeats)
{
    /// <summary>What is wrong, by name; "ok" where nothing is.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LookAsync(CancellationToken ct)
    {
        var (database, schema) = await DatabaseAsync(ct);
        var late = heartbeats.Silent();
        return new Dictionary<string, string>
        {
            ["database"] = database,
            ["schema"] = schema,
            ["loops"] = late.Count == 0 ? "ok" : $"silent: {string.Join(", ", late)}",
        };
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is: the database does not answer, and that is the answer.")]
    private async Task<(string Database, string Schema)> DatabaseAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            var pending = await Migrator.PendingAsync(db, patience.Token);
            return ("ok", pending.Count == 0 ? "ok" : $"not applied: {string.Join(", ", pending)}");
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return ("does not answer", "unknown");
        }
    }
}
