using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.People;

/// <summary>The tables of sign-in, under our names.</summary>
internal static class AccountTables
{
    public static void Name(ModelBuilder builder)
    {
        builder.Entity<Account>().ToTable("accounts").HasIndex(a => a.Person);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("account_passkeys").HasKey(p => p.CredentialId);
            passkey.OwnsOne(p => p.Data, data => data.ToJson("data"));
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        });
    }
}
