using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Tests.Kernel.Sealing;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;
using Minqing.Storage.Sealing;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Verifying;

public sealed class VerificationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    [Trait("Spec", "H-30")]
    public async Task What_nobody_touched_is_sound_and_what_is_not_yet_sealed_is_counted(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        await test.WriteAsync(3, 2);

        var verdict = await VerifyAsync(test);

        Assert.Empty(verdict.Findings);
        Assert.Equal((30L, 6L, 9L, 30L, 2L, true), (verdict.Entries, verdict.Unsealed, verdict.Subjects, verdict.Texts, verdict.Heads, verdict.HeadFile));
    }

    [Theory]
    [OnBothDatabases("id")]
    [OnBothDatabases("subject_kind")]
    [OnBothDatabases("subject_id")]
    [OnBothDatabases("seq")]
    [OnBothDatabases("at")]
    [OnBothDatabases("step")]
    [OnBothDatabases("person")]
    [OnBothDatabases("no person")]
    [OnBothDatabases("format")]
    [OnBothDatabases("body")]
    [OnBothDatabases("previous")]
    [OnBothDatabases("hash")]
    [OnBothDatabases("leaf")]
    [OnBothDatabases("no leaf")]
    [OnBothDatabases("body and hash")]
    [OnBothDatabases("delete")]
    [Trait("Spec", "P-13")]
    [Trait("Spec", "H-30")]
    public async Task A_change_in_any_column_of_any_entry_is_found_and_the_entry_named(Engine engine, string what)
    {
        await using var test = await SealedAsync(engine);
        var (first, middle, last) = (await EntryAsync(test, 1, 0), await EntryAsync(test, 2), await EntryAsync(test, 4, 4));
        await using (var db = test.NewDb())
        {
            foreach (var entry in (JournalRow[])[first, middle, last])
                await Tampering.DoAsync(what, db, entry, Ct);
        }

        var verdict = await VerifyAsync(test);

        foreach (var entry in (JournalRow[])[first, middle, last])
            Assert.Contains(verdict.Findings, f => f.Place == $"Vault {entry.SubjectId} entry {entry.Seq}");
    }

    [Theory]
    [OnBothDatabases("subject's row")]
    [OnBothDatabases("subject's length")]
    [OnBothDatabases("words")]
    [OnBothDatabases("no words")]
    [Trait("Spec", "P-13")]
    public async Task A_row_or_words_that_no_longer_fit_the_journal_are_found(Engine engine, string what)
    {
        await using var test = await SealedAsync(engine);
        var entry = await EntryAsync(test, 4);
        await using (var db = test.NewDb())
            await Tampering.DoAsync(what, db, entry, Ct);

        Assert.Contains((await VerifyAsync(test)).Findings, f => f.Place.Contains($"Vault {entry.SubjectId}", StringComparison.Ordinal));
    }

    [Theory]
    [OnBothDatabases(true)]
    [OnBothDatabases(false)]
    [Trait("Spec", "P-13")]
    public async Task Two_entries_exchanged_are_found(Engine engine, bool withNumbers)
    {
        await using var test = await SealedAsync(engine);
        var (second, third) = (await EntryAsync(test, 2), await EntryAsync(test, 3));
        await using (var db = test.NewDb())
        {
            await SetAsync(db.Journal, second.Id, 77, 777, Ct);
            await SetAsync(db.Journal, third.Id, 2, withNumbers ? second.Leaf : third.Leaf, Ct);
            await SetAsync(db.Journal, second.Id, 3, withNumbers ? third.Leaf : second.Leaf, Ct);
        }

        Assert.Contains((await VerifyAsync(test)).Findings, f => f.Place == $"Vault {second.SubjectId} entry 2");
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_chain_written_anew_with_every_hash_right_is_found_once_it_was_sealed(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        var entry = await EntryAsync(test, 1);
        await using (var db = test.NewDb())
            await Tampering.ReplaceChainAsync(db, entry.SubjectId, Ct);

        Assert.Contains((await VerifyAsync(test)).Findings, f => f == new Finding($"Vault {entry.SubjectId} entry 1", "was changed after it was sealed"));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task The_end_of_a_chain_removed_with_all_traces_is_found_once_it_was_sealed(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        var entry = await EntryAsync(test, 4);
        await using (var db = test.NewDb())
            await Tampering.CutAsync(db, entry.SubjectId, 3, Ct);

        Assert.Contains((await VerifyAsync(test)).Findings, f => f.Place == $"Vault {entry.SubjectId} entry 4" && f.What.Contains("removed", StringComparison.Ordinal));
    }

    [Theory]
    [OnBothDatabases(true)]
    [OnBothDatabases(false)]
    [Trait("Spec", "P-13")]
    public async Task A_subject_removed_with_its_whole_journal_is_found_once_it_was_sealed(Engine engine, bool renumbered)
    {
        await using var test = await SealedAsync(engine);
        var entry = await EntryAsync(test, 1);
        await using (var db = test.NewDb())
            await Tampering.VanishAsync(db, entry.SubjectId, renumbered, Ct);

        Assert.Contains((await VerifyAsync(test)).Findings, f => f.Place == $"Vault {entry.SubjectId} entry 1");
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_head_changed_removed_or_signed_by_a_stranger_is_found(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        await using var db = test.NewDb();
        var heads = await db.TreeHeads.AsNoTracking().OrderBy(h => h.Size).ToListAsync(Ct);
        var first = db.TreeHeads.Where(h => h.Size == heads[0].Size);

        await first.ExecuteUpdateAsync(set => set.SetProperty(h => h.Root, Tampering.Flipped(heads[0].Root)), Ct);
        Assert.Contains((await VerifyAsync(test)).Findings, f => f.Place == $"tree head {heads[0].Size}" && f.What.Contains("signature", StringComparison.Ordinal));

        await first.ExecuteDeleteAsync(Ct);
        Assert.Contains((await VerifyAsync(test)).Findings, f => f.Place == $"tree head {heads[0].Size}" && f.What.Contains("removed", StringComparison.Ordinal));

        var strange = Path.Combine(test.Settings.Data, "stranger.pem");
        HeadSigner.Create(strange);
        using var stranger = HeadSigner.Load(strange);
        var forged = new TreeHead { Size = heads[0].Size, At = heads[0].At, Root = heads[0].Root, Listing = heads[0].Listing, SignedBy = stranger.Key.Id };
        stranger.Sign(forged);
        db.AddRange(forged, new SigningKeyRow { Id = stranger.Key.Id, Algorithm = stranger.Key.Algorithm, PublicKey = stranger.Key.PublicKey });
        await db.SaveChangesAsync(Ct);
        Assert.Contains((await VerifyAsync(test)).Findings, f => f.What.Contains("none of ours", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_head_file_changed_cut_or_lost_is_found(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        var path = test.Settings.TreeHeads;
        var lines = await File.ReadAllLinesAsync(path, Ct);

        foreach (var (i, line) in lines.Index())
        {
            await File.WriteAllLinesAsync(path, [.. lines[..i], line[..^8] + (line[^8] == '0' ? '1' : '0') + line[^7..], .. lines[(i + 1)..]], Ct);
            Assert.False((await VerifyAsync(test)).Sound, line);
            if (i < lines.Length - 1)
            {
                await File.WriteAllLinesAsync(path, [.. lines[..i], .. lines[(i + 1)..]], Ct);
                Assert.False((await VerifyAsync(test)).Sound, line);
            }
        }

        File.Delete(path);
        Assert.Contains((await VerifyAsync(test)).Findings, f => f.Place == "head file");
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_copy_older_than_its_head_file_says_so(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        var ahead = Path.Combine(test.Settings.Data, "ahead.log");
        File.Copy(test.Settings.TreeHeads, ahead);
        await File.AppendAllTextAsync(ahead, $"entry 24 Vault {Guid.CreateVersion7()} 1 0011223344556677\n", Ct);

        Assert.Contains((await VerifyAsync(test, ahead)).Findings, f => f.Place == "journal" && f.What.Contains("25 entries were sealed, 24 are there", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-30")]
    public async Task A_state_that_no_step_brought_about_is_found(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        var entry = await EntryAsync(test, 1);
        await using (var db = test.NewDb())
            await db.IdentityLogs.Where(l => l.Id == new ReportId(entry.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.Openings, 1), Ct);

        Assert.Contains((await VerifyAsync(test)).Findings, f => f.What.Contains("not what its journal tells: openings", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "P-13")]
    public async Task Words_erased_without_a_word_are_found(Engine engine)
    {
        await using var test = await SealedAsync(engine);
        await using (var db = test.NewDb())
            await db.Texts.ExecuteUpdateAsync(set => set.SetProperty(t => t.Words, (string?)null).SetProperty(t => t.Salt, (byte[]?)null).SetProperty(t => t.ErasedAt, test.Clock.Now()), Ct);

        var verdict = await VerifyAsync(test);

        Assert.Equal((24, 24), (verdict.ErasedTexts, verdict.Findings.Count(f => f.What == "were erased and no entry says so")));
    }

    internal static async Task<TestDatabase> SealedAsync(Engine engine)
    {
        var test = await TestDatabase.OnAsync(engine);
        var ids = await test.WriteAsync(6, 3);
        await test.SealAsync();
        foreach (var id in ids)
            await test.WriteMoreAsync(id, 1);
        await test.SealAsync();
        return test;
    }

    private static async Task<JournalRow> EntryAsync(TestDatabase test, int seq, int subject = 2)
    {
        await using var db = test.NewDb();
        return await db.Journal.AsNoTracking().Where(j => j.Seq == seq).OrderBy(j => j.SubjectId).Skip(subject).FirstAsync(Ct);
    }

    private static async Task<Verdict> VerifyAsync(TestDatabase test, string? file = null)
    {
        await using var db = test.NewDb();
        return await new Verification(db).RunAsync(file ?? test.Settings.TreeHeads, [], Ct);
    }

    private static Task<int> SetAsync(DbSet<JournalRow> journal, Guid id, int seq, long? leaf, CancellationToken ct) =>
        journal.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Seq, seq).SetProperty(j => j.Leaf, leaf), ct);
}
