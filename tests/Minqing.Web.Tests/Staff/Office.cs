using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Notices;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Testing;
using Minqing.Web.Tests.Citizen;

namespace Minqing.Web.Tests.Staff;

/// <summary>The street with one report from it, and the officials who answer for it at their phones, without scripts.</summary>
internal sealed class Office : IAsyncDisposable
{
    private Office(Passerby street, AppealId appeal, string path) => (Street, Appeal, Path) = (street, appeal, path);

    public Passerby Street { get; }

    public AppealId Appeal { get; }

    /// <summary>The path of the place.</summary>
    public string Path { get; }

    public static async Task<Office> OnAsync(Engine engine)
    {
        var street = await Passerby.OnAsync(engine);
        var (number, _) = await street.ReportAsync();
        await using var scope = street.Site.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<MinqingDb>().Reports.SingleAsync(r => r.Number == number, Passerby.Ct);
        return new(street, report.Appeal, report.Path);
    }

    public ValueTask DisposeAsync() => Street.DisposeAsync();

    /// <summary>Whoever holds this post over the place, signed in; <paramref name="elsewhere"/>: the same post over another place.</summary>
    public async Task<Worker> AsAsync(Role role, bool elsewhere = false)
    {
        await using var scope = Street.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var person = await HolderAsync(db, role, elsewhere);
        var account = new Account { Id = Guid.CreateVersion7(), Person = person, UserName = Guid.NewGuid().ToString("N"), SecurityStamp = "stamp" };
        account.NormalizedUserName = account.UserName.ToUpperInvariant();
        var (token, now) = (SessionToken.New(), Street.Site.Clock.GetUtcNow().UtcDateTime);
        db.Users.Add(account);
        db.Sessions.Add(new()
        {
            Id = Guid.CreateVersion7(),
            Account = account.Id,
            Person = person,
            TokenHash = SessionToken.Hash(token)!,
            Stamp = "stamp",
            Means = SignInMeans.PasswordAndCode,
            Client = "browser",
            Device = "phone",
            AddressHash = new byte[32],
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now.AddDays(30),
        });
        await db.SaveChangesAsync(Passerby.Ct);
        var http = Street.Site.Client();
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new(http, $"/appeals/{Appeal.Value}");
    }

    /// <summary>The link that an SMS to the holder of this post carries.</summary>
    public async Task<(Worker Worker, string Link)> LinkAsync(Role role)
    {
        await using var scope = Street.Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var now = Street.Site.Clock.GetUtcNow().UtcDateTime;
        var notice = new Notice { Id = Guid.CreateVersion7(), Person = await HolderAsync(db, role, false), Appeal = Appeal, Kind = NoticeKind.FirstCall, Address = "", CreatedAt = now };
        db.Notices.Add(notice);
        await db.SaveChangesAsync(Passerby.Ct);
        var http = Street.Site.Client();
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return (new(http, $"/appeals/{Appeal.Value}"), scope.ServiceProvider.GetRequiredService<SignedLinks>().To(notice, now).AbsolutePath);
    }

    private async Task<PersonId> HolderAsync(MinqingDb db, Role role, bool elsewhere)
    {
        var posts = await (from post in db.Posts
                           where post.Role == role && post.Holder != null
                           join region in db.Regions on post.Region equals region.Id
                           orderby region.Path
                           select new { post.Holder, region.Path }).ToListAsync(Passerby.Ct);
        return posts.First(p => Path.StartsWith(p.Path, StringComparison.Ordinal) != elsewhere).Holder!.Value;
    }
}
