using Minqing.App.Appeals.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Appeals.Searching;
using Minqing.App.Appeals.Timing;
using Minqing.App.Kernel.Sealing;
using Minqing.App.Media;
using Minqing.App.Notices;
using Minqing.App.Policy;

namespace Minqing.App.Running;

/// <summary>What works in the background is made of.</summary>
public static class RunningServices
{
    /// <summary>The parts of the loops; nothing runs yet.</summary>
    public static IServiceCollection AddRunning(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => provider.GetRequiredService<Settings>().Running);
        services.AddSingleton<Signal>();
        services.AddSingleton<SignalOnSave>();
        services.AddSingleton<Rest>();
        services.TryAddSingleton(provider => new Leases(TimeProvider.System, provider.GetRequiredService<RunningSettings>()));
        services.AddSingleton<DrainOutbox>();
        services.AddSingleton<SweepOutbox>();
        services.AddSingleton<Timetables>();
        services.AddSingleton<FireClocks>();
        services.AddSingleton<RunSchedule>();
        services.AddScoped<MakeRounds>();
        services.AddScoped<RemindByLink>();
        services.AddScoped<Supervision.Reconciling.MakeReconciliations>();
        services.AddLane<TellSubscribers>(new("entry", Batch: 64, AtOnce: 8));
        services.AddLane<TellSubscriber>(new(TellSubscriber.Kind, Batch: 32, AtOnce: 4));
        services.AddLane<TellEventAnswer>(new(TellEventAnswer.Kind, Batch: 32, AtOnce: 4));
        services.AddLane<CountAgain>(new(CountAgain.Kind, Batch: 1, AtOnce: 1));
        services.AddLane<CloseEventAppeals>(new(CloseEventAppeals.Kind, Batch: 4, AtOnce: 4));
        services.AddLane<AskEventReporters>(new(AskEventReporters.Kind, Batch: 4, AtOnce: 4));
        services.AddLane<RemindByLink>(new(RemindByLink.Kind, Batch: 4, AtOnce: 4));
        services.AddLane<IndexOldWords>(new(IndexOldWords.Kind, Batch: 1, AtOnce: 1));
        foreach (var subscriber in Subscriptions.Subscribers)
        {
            services.TryAddScoped(subscriber);
        }

        return services;
    }

    /// <summary>Lets the program do its background work while it runs.</summary>
    public static IServiceCollection AddLoops(this IServiceCollection services) =>
        services.AddHostedService<Wire>().AddHostedService<OutboxLoop>().AddHostedService<TimerLoop>().AddHostedService<ScheduleLoop>().AddHostedService<SealingLoop>().AddHostedService<DigestLoop>().AddHostedService<MediaKeeper>();

    /// <summary>Names who does the work of a kind of message.</summary>
    public static IServiceCollection AddLane<THandler>(this IServiceCollection services, Lane lane)
        where THandler : class, IOutboxHandler =>
        services.AddSingleton(lane).AddKeyedScoped<IOutboxHandler, THandler>(lane.Kind);
}
