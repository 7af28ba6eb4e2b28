using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Storage.Sealing;
using Minqing.Testing;

namespace Minqing.App.Tests.Kernel.Sealing;

public sealed class SealJournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task New_entries_are_numbered_without_gap_each_chain_in_its_order(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var ids = await test.WriteAsync(7, 3);
        Assert.Equal(21, await test.SealAsync());
        await test.WriteMoreAsync(ids[2], 4);
        Assert.Equal(4, await test.SealAsync());
        Assert.Equal(0, await test.SealAsync());

        await using var db = test.NewDb();
        var rows = await db.Journal.OrderBy(j => j.Leaf).ToListAsync(Ct);

        Assert.Equal(Enumerable.Range(0, 25).Select(i => (long?)i), rows.Select(r => r.Leaf));
        Assert.All(rows.GroupBy(r => r.SubjectId), chain => Assert.Equal(chain.Select(r => r.Seq).Order(), chain.Select(r => r.Seq)));
        Assert.Equal([21L, 25L], await db.TreeHeads.OrderBy(h => h.Size).Select(h => h.Size).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_head_is_signed_and_stands_in_the_file_outside(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await test.WriteAsync(3, 2);
        await test.SealAsync();
        await test.WriteAsync(1, 1);
        await test.SealAsync();

        await using var db = test.NewDb();
        var heads = await db.TreeHeads.OrderBy(h => h.Size).ToListAsync(Ct);
        var key = Assert.Single(await db.TreeKeys.ToListAsync(Ct));
        var lines = await File.ReadAllLinesAsync(test.Settings.TreeHeads, Ct);

        Assert.All(heads, head => Assert.True(new HeadKey(key.Id, key.Algorithm, key.PublicKey).Signed(head)));
        Assert.Equal(["key", "entry", "entry", "entry", "entry", "entry", "entry", "head", "entry", "head"], lines.Select(l => l.Split(' ')[0]));
        Assert.Contains(Convert.ToHexStringLower(heads[1].Root), lines[^1], StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_file_cut_off_or_lost_is_written_again_from_the_database(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        for (var i = 0; i < 3; i++)
        {
            await test.WriteAsync(2, 2);
            await test.SealAsync();
        }

        var whole = await File.ReadAllTextAsync(test.Settings.TreeHeads, Ct);
        await File.WriteAllTextAsync(test.Settings.TreeHeads, whole[..^100], Ct);
        await test.SealAsync();
        Assert.Equal(whole, await File.ReadAllTextAsync(test.Settings.TreeHeads, Ct));

        File.Delete(test.Settings.TreeHeads);
        await test.SealAsync();
        Assert.Equal(whole, await File.ReadAllTextAsync(test.Settings.TreeHeads, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_head_that_a_stranger_put_into_the_database_never_gets_into_the_file(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await test.WriteAsync(2, 2);
        await test.SealAsync();
        var path = Path.Combine(test.Settings.Data, "stranger.pem");
        HeadSigner.Create(path);
        using var stranger = HeadSigner.Load(path);
        await test.WriteAsync(1, 1);
        await using (var db = test.NewDb())
        {
            db.TreeKeys.Add(new() { Id = stranger.Key.Id, Algorithm = stranger.Key.Algorithm, PublicKey = stranger.Key.PublicKey });
            await new Sequencer(db, stranger).SealAsync(10, test.Clock.Now(), Ct);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => test.SealAsync());

        Assert.DoesNotContain(stranger.Key.Id, await File.ReadAllTextAsync(test.Settings.TreeHeads, Ct), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task Many_that_seal_at_once_while_entries_come_in_leave_no_gap_and_no_double(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        using var signer = HeadSigner.Load(PrepareKeys.SigningKey(test.Settings));
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
                await test.WriteAsync(3, 2);
        })));
        var sealing = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!writing.IsCompleted)
            {
                await using var db = test.NewDb();
                await new Sequencer(db, signer).SealAsync(20, test.Clock.Now(), Ct);
            }
        })));
        await writing;
        await sealing;
        await test.SealAsync();

        await using var after = test.NewDb();
        var leaves = await after.Journal.OrderBy(j => j.Leaf).Select(j => j.Leaf).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(0, 4 * 15 * 6).Select(i => (long?)i), leaves);
        Assert.Equal(leaves.Count, (await after.TreeStates.SingleAsync(Ct)).Size);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task Every_entry_is_proven_against_the_newest_head(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await test.WriteAsync(230, 9);
        await test.SealAsync();
        await test.WriteAsync(1, 1);

        await using var db = test.NewDb();
        var entries = await db.Journal.Where(j => j.Leaf != null).OrderBy(j => j.Leaf).Select(j => j.Id).ToListAsync(Ct);
        var prover = new Prover(db);
        foreach (var entry in (int[])[0, 1, 1023, 1024, 2000, 2047, 2048, 2069])
        {
            var proof = await prover.OfAsync(entries[entry], Ct);
            Assert.True(proof is { Holds: true, Head.Size: 2070 } && proof.Leaf == entry);
            Assert.False((proof with { Hash = new byte[32] }).Holds);
            Assert.False((proof with { Leaf = entry ^ 1 }).Holds);
        }

        var unsealed = await db.Journal.Where(j => j.Leaf == null).Select(j => j.Id).SingleAsync(Ct);
        Assert.Null(await prover.OfAsync(unsealed, Ct));
        Assert.Null(await prover.OfAsync(Guid.CreateVersion7(), Ct));
    }
}
