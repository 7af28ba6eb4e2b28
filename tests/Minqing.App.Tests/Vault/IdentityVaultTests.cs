using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage.Vault;
using Minqing.Testing;

namespace Minqing.App.Tests.Vault;

public sealed class IdentityVaultTests
{
    private static readonly Identity Zhang = new("张三", PhoneNumber.Read("13812345678").Value, "白银区人民路街道3号楼2单元");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task An_identity_comes_back_whole_and_masked(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var report = await KeepAsync(test, Zhang with { Voice = [new(Guid.CreateVersion7())] });

        await using var db = test.NewDb();
        var vault = new IdentityVault(db, Keys(test));

        var read = await vault.ReadAsync(report, Ct);
        Assert.Equal((Zhang.Name, Zhang.Phone, Zhang.Home, 1), (read?.Name, read?.Phone, read?.Home, read?.Voice.Count));
        Assert.Equal(new MaskedIdentity("张*", "138****5678", true), (await vault.MaskedAsync([report, new(Guid.CreateVersion7())], Ct))[report]);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task A_caller_is_found_by_number_however_it_is_written(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var (first, second) = (await KeepAsync(test, Zhang), await KeepAsync(test, Zhang));
        await KeepAsync(test, new("李四", PhoneNumber.Read("13987654321").Value));
        await KeepAsync(test, new("王五", null));

        await using var db = test.NewDb();
        var found = await new IdentityVault(db, Keys(test)).FindAsync(PhoneNumber.Read("+86 138-1234 5678").Value, 10, Ct);

        Assert.Equal([first, second], found.OrderBy(r => r.Value));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task The_same_identity_is_stored_otherwise_for_every_report(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await KeepAsync(test, Zhang);
        await KeepAsync(test, Zhang);

        await using var db = test.NewDb();
        var rows = await db.Vault.ToListAsync(Ct);

        Assert.NotEqual(rows[0].Sealed, rows[1].Sealed);
        Assert.NotEqual(rows[0].WrappedKey, rows[1].WrappedKey);
        Assert.Equal(rows[0].PhoneIndex, rows[1].PhoneIndex);
        Assert.NotEqual(SHA256.HashData(Encoding.UTF8.GetBytes("13812345678")), rows[0].PhoneIndex);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task One_reports_entry_opens_for_no_other_report(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var (mine, other) = (await KeepAsync(test, Zhang), await KeepAsync(test, new("李四", null)));

        await using (var db = test.NewDb())
        {
            var stolen = await db.Vault.AsNoTracking().SingleAsync(v => v.Report == other, Ct);
            await db.Vault.Where(v => v.Report == mine).ExecuteUpdateAsync(set => set.SetProperty(v => v.WrappedKey, stolen.WrappedKey).SetProperty(v => v.Sealed, stolen.Sealed), Ct);
        }

        await using var again = test.NewDb();
        await Assert.ThrowsAnyAsync<CryptographicException>(() => new IdentityVault(again, Keys(test)).ReadAsync(mine, Ct));
    }

    [Fact]
    [Trait("Spec", "P-12")]
    public async Task Nothing_of_an_identity_can_be_read_in_the_database_file()
    {
        await using var test = await TestDatabase.OnAsync(Engine.Sqlite);
        await KeepAsync(test, Zhang);

        var path = new SqliteConnectionStringBuilder(test.Connection).DataSource;
        var bytes = Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*").SelectMany(f => Shared(f)).ToArray();

        Assert.True(bytes.AsSpan().IndexOf("vault"u8) >= 0);
        foreach (var secret in (string[])["13812345678", "张三", "人民路街道"])
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)));
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task A_new_master_key_wraps_new_entries_and_then_the_old_ones(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var old = await KeepAsync(test, Zhang);
        var oldKeys = Keys(test);

        Assert.Equal(2, KeyFile.Rotate(PrepareKeys.MasterKeys(test.Settings)));
        var recent = await KeepAsync(test, Zhang);
        await using var db = test.NewDb();
        var vault = new IdentityVault(db, Keys(test));

        Assert.Equal(2, (await db.Vault.AsNoTracking().SingleAsync(v => v.Report == recent, Ct)).KeyVersion);
        Assert.Equal(Zhang.Phone, (await vault.ReadAsync(old, Ct))!.Phone);
        Assert.Equal(1, await vault.RewrapAsync(100, Ct));
        Assert.Equal(0, await vault.RewrapAsync(100, Ct));
        Assert.Equal(Zhang.Phone, (await vault.ReadAsync(old, Ct))!.Phone);
        await Assert.ThrowsAsync<KeyFileException>(() => new IdentityVault(db, oldKeys).ReadAsync(old, Ct));
    }

    private static MasterKeys Keys(TestDatabase test) => KeyFile.Load(PrepareKeys.MasterKeys(test.Settings));

    private static async Task<ReportId> KeepAsync(TestDatabase test, Identity identity)
    {
        var report = new ReportId(Guid.CreateVersion7());
        await using var db = test.NewDb();
        using var key = new IdentityVault(db, Keys(test)).Keep(report, identity, test.Clock.Now());
        await db.SaveChangesAsync(Ct);
        return report;
    }

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
