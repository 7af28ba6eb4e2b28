using Minqing.App.Notices.OwnReports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Running;

namespace Minqing.App.Notices;

/// <summary>What notices are made of.</summary>
public static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddScoped<Matters>();
        services.AddScoped<PhoneCodeLimits>();
        services.AddScoped<GivenNotices>();
        services.AddScoped<DigestsInstead>();
        services.AddScoped<Recipients>();
        services.AddScoped<UnitWorkers>();
        services.AddScoped<SmsPlan>();
        services.AddSingleton<NoticeTexts>();
        services.AddSingleton<SignedLinks>();
        services.TryAddSingleton<ISmsGateway, NoSmsGateway>();
        services.AddSingleton<PhoneCodes>();
        services.AddLane<DeliverDigest>(new(DeliverDigest.Kind, Batch: 32, AtOnce: 16));
        services.AddLane<DeliverPhoneCode>(new(DeliverPhoneCode.Kind, Batch: 32, AtOnce: 16));
        services.AddLane<DeliverReporterSms>(new(DeliverReporterSms.Kind, Batch: 32, AtOnce: 16));
        return services.AddLane<DeliverSms>(new(DeliverSms.Kind, Batch: 32, AtOnce: 16));
    }
}
