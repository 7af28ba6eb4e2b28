using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Media;
using Minqing.Domain.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Verifying;

/// <summary>What stands beside the journal: photos and their files, links, the vault, clocks and turns.</summary>
public sealed class SideRowsTests
{
    private const string Photo = "media ";
    private const string Report = "Report ";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("", "", "")]
    [OnBothDatabases("update media_files set hash = '{hash}' where role = 'Original'", Photo, "is not the file that was handed in")]
    [OnBothDatabases("update media set subject_id = '{other}'", Photo, "was given to another subject")]
    [OnBothDatabases("update media set state = 'Erased'", Photo, "was erased and no entry says so")]
    [OnBothDatabases("delete from media", Photo, "is missing")]
    [OnBothDatabases("update media_files set hash = '{hash}' where role = 'Small'", Photo, "is missing or was changed")]
    [OnBothDatabases("insert into media (id, state, size, key, client, created_at, subject_kind, subject_id) select '{new}', state, size, key, client, created_at, subject_kind, subject_id from media", Photo, "no entry speaks of it")]
    [OnBothDatabases("delete from report_appeals", Report, "its link to the appeal it came with was removed")]
    [OnBothDatabases("insert into report_appeals (report, appeal, since) select report, '{new}', since from report_appeals", Report, "was linked to an appeal that no entry joined it to")]
    [OnBothDatabases("delete from vault", Report, "the reporter's identity was removed from the vault")]
    [OnBothDatabases("delete from turns", Report, "of its rows in turns are not what its journal tells")]
    [OnBothDatabases("update clocks set subject_id = '{new}' where no = 2", "Subject ", "has rows in clocks and no journal")]
    [Trait("Spec", "P-13")]
    [Trait("Spec", "H-30")]
    public async Task Whatever_the_journal_vouches_for_is_held_against_it(Engine engine, string tampering, string place, string what)
    {
        await using var town = await Town.OnAsync(engine);
        var photo = (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value;
        var (_, appeal) = await town.ReportAsync(Town.Noise() with { Attachments = [photo] });
        await using var db = town.Test.NewDb();
        if (tampering.Length > 0)
            await db.Database.ExecuteSqlRawAsync(tampering.Replace("{hash}", new('0', 64), StringComparison.Ordinal).Replace("{new}", Guid.CreateVersion7().ToString("D").ToUpperInvariant(), StringComparison.Ordinal)
                .Replace("{other}", appeal.Value.ToString("D").ToUpperInvariant(), StringComparison.Ordinal), Ct);

        var verdict = await town.VerdictAsync();

        Assert.Equal(tampering.Length == 0, verdict.Sound);
        Assert.True(verdict.Sound || verdict.Findings.Any(f => f.Place.StartsWith(place, StringComparison.Ordinal) && f.What.Contains(what, StringComparison.Ordinal)), string.Join("\n", verdict.Findings));
        Assert.Equal(town.Test.StoredFiles().Count, tampering.Length == 0 ? verdict.MediaFiles : town.Test.StoredFiles().Count);
    }

    [Theory]
    [OnBothDatabases(true)]
    [OnBothDatabases(false)]
    [Trait("Spec", "P-13")]
    public async Task One_byte_of_a_photo_changed_or_its_file_removed_is_found(Engine engine, bool removed)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync(Town.Noise() with { Attachments = [(await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value] });
        var file = town.Test.StoredFiles()[0];
        if (removed)
            File.Delete(file);
        else
            await File.WriteAllBytesAsync(file, [.. (await File.ReadAllBytesAsync(file, Ct))[..^1], 0, 1], Ct);
        await using var db = town.Test.NewDb();

        var finding = Assert.Single((await town.VerdictAsync()).Findings);

        Assert.Contains(Path.GetFileName(file), finding.What, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task What_was_erased_cannot_come_back_unseen(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();
        await using var db = town.Test.NewDb();
        var words = await db.Texts.AsNoTracking().FirstAsync(Ct);
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));
        await town.RunAsync<App.Appeals.Identities.EraseReport, Done>(u => u.RunAsync(receipt.Number, receipt.QueryCode, true, Ct));
        await db.Texts.Where(t => t.Id == words.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Words, words.Words).SetProperty(t => t.Salt, words.Salt).SetProperty(t => t.ErasedAt, (DateTime?)null), Ct);

        Assert.Contains((await town.VerdictAsync()).Findings, f => f.What == "were erased by an entry and are there again");
    }
}
