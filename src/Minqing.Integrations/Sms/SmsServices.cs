using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App;
using Minqing.App.Notices;

namespace Minqing.Integrations.Sms;

/// <summary>The gateway of the settings, where there is one.</summary>
public static class SmsServices
{
    public static IServiceCollection AddSms(this IServiceCollection services, Settings settings) =>
        settings.Sms is { } sms
            ? services.AddSingleton<ISmsGateway>(provider => new HttpSmsGateway(sms, provider.GetRequiredService<ILogger<HttpSmsGateway>>()))
            : services;
}
