using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Minqing.App.Kernel.Sealing;
using Minqing.App.Notices;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Verifying;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>Days in one of the cities: time goes from one thing to do to the next, what the loops do is done on the spot, every SMS is seen.</summary>
internal sealed class CityDays : IAsyncDisposable
{
    // The test does the work of these itself, so that it knows when it is done.
    private static readonly string[] Loops = ["OutboxLoop", "TimerLoop", "ScheduleLoop", "DigestLoop"];

    private readonly CityPhones phones;

    private CityDays(CityOf city, CityPhones phones) => (City, Callers, this.phones) = (city, new(city), phones);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CityOf City { get; }

    public CityCallers Callers { get; }

    /// <summary>The phones of all who reported.</summary>
    public ISet<string> Reporters { get; } = new HashSet<string>();

    public DateTime Now => City.Site.Clock.GetUtcNow().UtcDateTime;

    /// <param name="beginning">The local time at which it begins.</param>
    public static Task<CityDays> OnAsync(string profile, Engine engine, string beginning, params string[] towns) => OnAsync(profile, engine, beginning, rules => rules, towns);

    /// <param name="rules">What is otherwise than in the city's profile.</param>
    public static async Task<CityDays> OnAsync(string profile, Engine engine, string beginning, Func<Profile, Profile> rules, params string[] towns)
    {
        CityOf? city = null;
        var phones = new CityPhones(() => city!.Site.Clock.GetUtcNow().UtcDateTime);
        city = await CityOf.OnAsync(profile, engine, towns, change: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<ISmsGateway>(phones));
            foreach (var loop in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && Loops.Contains(s.ImplementationType?.Name)).ToList())
            {
                builder.Services.Remove(loop);
            }

            var own = builder.Services.Last(s => s.ServiceType == typeof(Profile)).ImplementationFactory!;
            builder.Services.Replace(ServiceDescriptor.Singleton(services => rules((Profile)own(services))));
        });
        city.Site.Clock.Set(new(Utc(beginning)));
        var days = new CityDays(city, phones);
        await days.WorkAsync(); // what was planned for before is over
        return days;
    }

    /// <summary>The officer of a unit, by its whole name.</summary>
    public DemoOfficial Officer(string unit) => City.Officials.First(o => o.UnitName == unit);

    /// <summary>A local time as it is told in a test, as of UTC.</summary>
    public static DateTime Utc(string local) => LocalTime.ToUtc(DateTime.ParseExact(local, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None));

    public static string Local(DateTime utc) => LocalTime.Of(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Lets time pass until a local time. Whatever falls due in between is done at its minute.</summary>
    public async Task UntilAsync(string local)
    {
        var to = Utc(local);
        await WorkAsync();
        while (await NextAsync() is { } next && next < to)
        {
            Assert.True(next > Now, "Something that is due is never done.");
            City.Site.Clock.Set(new(next));
            await WorkAsync();
        }

        City.Site.Clock.Set(new(to));
        await WorkAsync();
    }

    /// <summary>Does what clocks, schedule and outbox have to do now.</summary>
    public async Task WorkAsync()
    {
        var services = City.Site.Services;
        var (fire, schedule, drain) = (services.GetRequiredService<FireClocks>(), services.GetRequiredService<RunSchedule>(), services.GetRequiredService<DrainOutbox>());
        var lanes = services.GetServices<Lane>().ToList();
        for (var worked = true; worked;)
        {
            worked = await fire.BatchAsync(100, Ct) > 0;
            await schedule.AllDueAsync(Ct);
            foreach (var lane in lanes)
            {
                worked |= await drain.BatchAsync(lane, Ct) > 0;
            }

            await using var scope = services.CreateAsyncScope();
            worked |= await scope.ServiceProvider.GetRequiredService<SendDigests>().RunAsync(Ct) > 0;
        }
    }

    /// <summary>The SMS since they were last read.</summary>
    public async Task<IReadOnlyList<CitySms>> SmsAsync()
    {
        await WorkAsync();
        return [.. phones.TakeAll().Select(s => new CitySms(City.Officials.FirstOrDefault(o => o.Phone == s.Phone), s.Phone, s.Text, Local(s.At)))];
    }

    /// <summary>When all is told: what is stored holds together, and outside the vault nobody who reported is to be found (P-12).</summary>
    public async Task EndAsync()
    {
        await WorkAsync();
        await using (var scope = City.Site.Services.CreateAsyncScope())
        {
            Assert.True((await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(Ct)).Ok);
        }

        await using var db = City.Site.Test.NewDb();
        Assert.Empty((await new Verification(db).RunAsync(City.Site.Test.Settings.TreeHeads, [], Ct)).Findings);
        Assert.NotEmpty(Reporters);
        Assert.Empty(await Traces.OfAsync(City.Site.Test, [.. Reporters], Ct));
    }

    public async ValueTask DisposeAsync()
    {
        Callers.Dispose();
        await City.DisposeAsync();
    }

    // A clock, the schedule or a digest: what comes first.
    private async Task<DateTime?> NextAsync()
    {
        await using var db = City.Site.Test.NewDb();
        DateTime?[] coming =
        [
            await db.Clocks.Where(c => c.WakeAt != null).MinAsync(c => c.WakeAt, Ct),
            await City.Site.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct),
            await db.Notices.Where(n => n.Sms == null && n.DigestAt > Now).MinAsync(n => n.DigestAt, Ct),
        ];
        return coming.Min();
    }
}
