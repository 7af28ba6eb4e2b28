using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Minqing.Domain.Kernel;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>Makes accounts with a random password and a random secret for one-time codes. Both are known once, to whoever hands them over.</summary>
public sealed class NewAccounts(CodeSecrets secrets)
{
    /// <summary>Whose rows in the table of tokens are ours.</summary>
    public const string Provider = "minqing";

    /// <summary>The sealed secret of the one-time codes.</summary>
    public const string CodeSecret = "code-secret";

    /// <summary>The half minute of the last code that was used; no code of it or before it counts again.</summary>
    public const string CodeStep = "code-step";

    // Without the signs that are mistaken for each other.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 14;

    /// <param name="id">Of the account that is made anew.</param>
    public NewAccount Make(string name, PersonId person, IPasswordHasher<Account> hasher, Guid? id = null)
    {
        var account = new Account
        {
            Id = id ?? Guid.CreateVersion7(),
            Person = person,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            TwoFactorEnabled = true,
            LockoutEnabled = true,
        };
        var (password, secret) = (RandomNumberGenerator.GetString(Signs, PasswordLength), RandomNumberGenerator.GetBytes(OneTimeCode.SecretLength));
        account.PasswordHash = hasher.HashPassword(account, password);
        return new(account, [Token(CodeSecret, secrets.Seal(secret, account.Id)), Token(CodeStep, "0")], password, Base32.Write(secret));

        IdentityUserToken<Guid> Token(string what, string value) => new() { UserId = account.Id, LoginProvider = Provider, Name = what, Value = value };
    }
}

/// <summary>The rows of an account, and what its owner must be told.</summary>
public sealed record NewAccount(Account Account, IReadOnlyList<IdentityUserToken<Guid>> Tokens, string Password, string CodeSecret);
