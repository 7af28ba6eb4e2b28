using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.People;

namespace Minqing.Web.Demo;

/// <summary>Gives every made-up official an account, with a random password and a secret for one-time codes, and writes them all down for whoever shows the demonstration.</summary>
public sealed class DemoAccounts(MinqingDb db, NewAccounts accounts)
{
    // Thousands of hashes in seconds; the first sign-in makes a slow one of it.
    private const int Iterations = 1000;
    private const string Head = "account,password,one_time_code_secret,role,unit,region_code";

    /// <param name="file">Readable by its owner only: it opens everything.</param>
    public async Task RunAsync(IReadOnlyList<DemoOfficial> officials, string file, CancellationToken ct)
    {
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
        var made = new List<(DemoOfficial Official, NewAccount New)>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var official in officials.DistinctBy(o => o.Person))
            made.Add((official, accounts.Make(Name(official, names), official.Person, hasher)));

        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.AddInBulkAsync(made.Select(m => m.New.Account), ct);
            await db.AddInBulkAsync(made.SelectMany(m => m.New.Tokens), ct);
            await transaction.CommitAsync(ct);
        }

        await WriteAsync(file, made, ct);
    }

    // 620402001201-village-secretary; a second one is 620402001201-village-secretary-2.
    private static string Name(DemoOfficial official, Dictionary<string, int> names)
    {
        var name = $"{official.RegionCode}-{official.Role.Name()}";
        var no = names[name] = names.GetValueOrDefault(name) + 1;
        return no == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{no}");
    }

    private static async Task WriteAsync(string file, IEnumerable<(DemoOfficial Official, NewAccount New)> made, CancellationToken ct)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        await using var writer = new StreamWriter(stream);
        await writer.WriteLineAsync(Head);
        foreach (var (official, account) in made)
            await writer.WriteLineAsync($"{account.Account.UserName},{account.Password},{account.CodeSecret},{official.Role.Name()},{official.UnitName},{official.RegionCode}".AsMemory(), ct);
    }
}
