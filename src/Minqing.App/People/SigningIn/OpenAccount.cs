using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>Gives a person an account. Password and secret are told once, to be handed over.</summary>
public sealed class OpenAccount(MinqingDb db, NewAccounts accounts, IPasswordHasher<Account> hasher)
{
    /// <param name="person">The person's code, as in the file of persons.</param>
    public async Task<Result<NewAccount>> RunAsync(string name, string person, CancellationToken ct)
    {
        if (await db.Persons.Where(p => p.Code == person).Select(p => (PersonId?)p.Id).SingleOrDefaultAsync(ct) is not { } owner)
            return new AccountOwnerUnknown(person);

        var made = accounts.Make(name.Trim(), owner, hasher);
        if (await db.Users.AnyAsync(a => a.NormalizedUserName == made.Account.NormalizedUserName, ct))
            return new AccountExists(made.Account.UserName!);

        db.Add(made.Account);
        db.AddRange(made.Tokens);
        await db.SaveChangesAsync(ct);
        return made;
    }
}

/// <summary>Nobody has this code.</summary>
public sealed record AccountOwnerUnknown(string Code) : NotValid("person");
