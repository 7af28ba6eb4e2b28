using Minqing.App.Kernel;
using Minqing.App.Kernel.Sealing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Kernel.Sealing;

/// <summary>Fills a database with journals to seal, prove and tamper with.</summary>
internal static class Filling
{
    private static readonly Actor Secretary = new("phone", new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), "VillageSecretary");

    /// <summary>So many subjects of so many entries each; every entry has words of its own.</summary>
    public static async Task<IReadOnlyList<ReportId>> WriteAsync(this TestDatabase test, int subjects, int entries)
    {
        var ids = Enumerable.Range(0, subjects).Select(_ => new ReportId(Guid.CreateVersion7())).ToList();
        await using var db = test.NewDb();
        foreach (var id in ids)
        {
            var log = IdentityLog.Empty(id);
            Open(log, entries, test);
            db.IdentityLogs.Add(log);
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return ids;
    }

    public static async Task WriteMoreAsync(this TestDatabase test, ReportId id, int entries)
    {
        await using var db = test.NewDb();
        var log = await db.IdentityLogs.FindAsync([id], TestContext.Current.CancellationToken);
        Open(log!, entries, test);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<long> SealAsync(this TestDatabase test) =>
        (await test.RunAsync<SealJournal, Result<long>>(seal => seal.RunAsync(TestContext.Current.CancellationToken))).Value;

    private static void Open(IdentityLog log, int entries, TestDatabase test)
    {
        for (var i = 0; i < entries; i++)
        {
            var reason = new Domain.Kernel.Written(Guid.CreateVersion7(), $"理由 {i}", Guid.CreateVersion7().ToByteArray());
            Assert.Null(log.Open(OpeningPurpose.Handling, reason, new(Secretary, test.Clock.Now())));
        }
    }
}
