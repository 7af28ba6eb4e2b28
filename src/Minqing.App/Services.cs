using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Minqing.App.Administration.Codes;
using Minqing.App.Administration.Files;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Administration.Auditing;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Moving;
using Minqing.App.Appeals.Searching;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Appeals.Intake;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Limiting;
using Minqing.App.Notices;
using Minqing.App.People;
using Minqing.App.Regions.Changing;
using Minqing.App.Regions.Codes;
using Minqing.App.People.Duty;
using Minqing.App.People.Posts;
using Minqing.App.People.SigningIn;
using Minqing.App.Policy;
using Minqing.App.Running;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Media;
using Minqing.App.Media.Tools;
using Minqing.Storage;
using Minqing.Storage.Media;
using Minqing.Storage.Postgres;
using Minqing.Storage.Sealing;
using Minqing.Storage.Sqlite;
using Minqing.Storage.Vault;

namespace Minqing.App;

/// <summary>What the program is made of. Use cases are found; everything else has its line here.</summary>
public static class Services
{
    public static IServiceCollection AddMinqingApp(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(_ => settings.ClockFile is { } file ? FileClock.Open(file) : TimeProvider.System);
        services.AddSingleton(Calendars.Read(settings.Data));
        services.AddHostedService<CalendarGaps>();
        services.AddRunning();
        services.AddSingleton<Heartbeats>();
        services.AddDatabase(settings.Database);
        services.AddSingleton(provider => KeyFile.Load(PrepareKeys.MasterKeys(provider.GetRequiredService<Settings>())));
        services.AddScoped<IdentityVault>();
        services.AddScoped<AccessesAudited>();
        services.AddSingleton<PeopleCache>();
        services.AddSingleton(_ => Profiles.Load(settings.Profile));
        services.AddSingleton<RuleBook>();
        services.AddSingleton<QueryCodes>();
        services.AddScoped<Receipts>();
        services.AddScoped<LiveCases>();
        services.AddScoped<TakenUpAgain>();
        services.AddScoped<RegionsMoved>(provider => async (moves, ct) =>
        {
            await provider.GetRequiredService<MoveOpenCases>().RunAsync(moves, ct);
            await provider.GetRequiredService<Supervision.FollowInSupervision>().RunAsync(Domain.People.Succession.None, [.. moves.Select(m => m.From)], ct);
        });
        services.AddScoped<Acting>();
        services.AddScoped<ReportParts>();
        services.AddScoped<Appeals.Merging.JoinedLimits>();
        services.AddScoped<Appeals.Events.EventRights>();
        services.AddScoped<Appeals.Events.KeepEvent>();
        services.AddScoped<Supervision.Signs.EvidencePrints>();
        services.AddSingleton<CommonWords>();
        services.AddScoped<CallerLimits>();
        services.AddSingleton<RateWindows>();
        services.AddSingleton<HumanCheck>();
        services.AddScoped<RequestSender>();
        services.AddScoped<IntakeLimits>();
        services.AddScoped<CodeGuard>();
        services.AddScoped<Evidence>();
        services.AddScoped<Supervision.Dockets.RateListed>();
        services.AddScoped<Chronicle>();
        services.AddScoped<Appeals.Ledger.LedgerRows>();
        services.AddScoped<InstructionRows>();
        services.AddScoped<DocketActing>();
        services.AddScoped<DocketLimits>().AddScoped<DocketReach>();
        services.AddScoped<Chains>();
        services.AddScoped<VacantTiers>();
        services.AddScoped<Viewers>();
        services.AddScoped<ManagedPosts>();
        services.AddScoped<Absences>();
        services.AddScoped<People.Duty.OwnPosts>();
        services.AddScoped<ManagedCodes>();
        services.AddScoped<ManagedRegions>();
        services.AddScoped<Reshaping>();
        services.AddScoped<OnwardUnits>();
        services.AddScoped<OnwardPosts>();
        services.AddScoped<ReorganiseDue>();
        services.AddScoped<WholeInstallation>();
        services.AddSigningIn();
        services.AddSingleton(provider => HeadSigner.Load(PrepareKeys.SigningKey(provider.GetRequiredService<Settings>())));
        services.AddSingleton(provider => new HeadFile(settings.TreeHeads, provider.GetRequiredService<HeadSigner>().Key));
        services.AddMedia(settings);
        services.AddSingleton<SiteLinks>();
        services.AddNotices();
        services.AddUseCases(typeof(Services).Assembly);
        return services;
    }

    /// <summary>Every class with a public RunAsync, once per request.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(IsUseCase))
            services.TryAddScoped(type);
        return services;
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(m => m.Name == "RunAsync");

    private static void AddMedia(this IServiceCollection services, Settings settings)
    {
        var folder = Path.Combine(settings.Data, "media");
        services.AddSingleton(settings.Media);
        services.AddSingleton(new MediaStore(folder));
        services.AddSingleton(new UploadParts(folder));
        services.AddSingleton<MediaKeys>();
        services.AddSingleton<MediaTools>();
        services.AddSingleton<MediaPreparation>();
        services.AddSingleton<MediaAcceptance>();
        services.AddScoped<EraseMedia>();
        services.AddScoped<PurgeSecret>();
        services.AddScoped<CaseMedia>();
    }

    private static void AddDatabase(this IServiceCollection services, DatabaseSettings database)
    {
        switch (database.Kind)
        {
            case DatabaseKind.Sqlite:
                services.AddDbContextPool<SqliteDb>((provider, options) => options.OnSqlite(database.Connection).ConfigureWarnings(Quiet)
                    .AddInterceptors(provider.GetRequiredService<SignalOnSave>()));
                services.AddScoped<MinqingDb>(provider => provider.GetRequiredService<SqliteDb>());
                break;
            case DatabaseKind.Postgres:
                services.AddDbContextPool<PostgresDb>((provider, options) => options.OnPostgres(database.Connection).ConfigureWarnings(Quiet)
                    .AddInterceptors(provider.GetRequiredService<SignalOnSave>()));
                services.AddScoped<MinqingDb>(provider => provider.GetRequiredService<PostgresDb>());
                break;
        }
    }

    // Counts "at least a thousand": which thousand does not matter. A save that failed is told by whoever did not expect it: a retried report is no error.
    private static void Quiet(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning).Log((CoreEventId.SaveChangesFailed, LogLevel.Debug));
}
