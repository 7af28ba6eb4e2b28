using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Minqing.App.Notices;
using Minqing.App.Running;

namespace Minqing.Integrations.Sms;

/// <summary>Any gateway that takes an SMS by HTTP, described by the settings alone. It logs neither number nor words, and goes nowhere but to the address in the settings.</summary>
public sealed partial class HttpSmsGateway(SmsSettings settings, ILogger<HttpSmsGateway> log) : ISmsGateway, IDisposable
{
    // A client of its own: the factory's clients log addresses, and an address may hold the number.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = settings.Timeout,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public async Task<Delivery> SendAsync(Guid id, string phone, string text, CancellationToken ct)
    {
        try
        {
            using var request = Request(id.ToString(), phone, text);
            using var answer = await http.SendAsync(request, ct);
            return await JudgeAsync(id, answer, ct);
        }
        catch (HttpRequestException e)
        {
            LogUnreachable(id, e.HttpRequestError.ToString());
            return new TryAgain($"gateway not reached: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogUnreachable(id, "timeout");
            return new TryAgain("gateway did not answer in time");
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(string id, string phone, string text)
    {
        var request = new HttpRequestMessage(new(settings.Method), SmsTemplate.Fill(settings.Address, SmsTemplate.ForAddress, phone, text, id));
        if (settings.Body.Length > 0)
        {
            request.Content = new StringContent(SmsTemplate.Fill(settings.Body, SmsTemplate.For(settings.Format), phone, text, id), Encoding.UTF8, SmsTemplate.MediaType(settings.Format));
        }

        request.Headers.TryAddWithoutValidation(settings.IdHeader, id);
        foreach (var (name, value) in settings.Headers.Where(h => !h.Key.Equals(settings.IdHeader, StringComparison.OrdinalIgnoreCase)))
        {
            var filled = SmsTemplate.Fill(value, SmsTemplate.ForHeader, phone, text, id);
            if (!request.Headers.TryAddWithoutValidation(name, filled) && request.Content is { } content)
            {
                content.Headers.Remove(name); // Content-Type and its kin belong to the body
                content.Headers.TryAddWithoutValidation(name, filled);
            }
        }

        return request;
    }

    private async Task<Delivery> JudgeAsync(Guid id, HttpResponseMessage answer, CancellationToken ct)
    {
        var status = (int)answer.StatusCode;
        if (answer.IsSuccessStatusCode && (settings.Accepted is not { } accepted || (await answer.Content.ReadAsStringAsync(ct)).Contains(accepted, StringComparison.Ordinal)))
        {
            return Delivery.Done;
        }

        LogRefused(id, status);
        return answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge
            ? new GiveUp($"gateway answered {status}")
            : new TryAgain(answer.IsSuccessStatusCode ? "gateway did not say that it accepted" : $"gateway answered {status}");
    }

    [LoggerMessage(LogLevel.Warning, "SMS {Message}: the gateway was not reached ({Failure})")]
    private partial void LogUnreachable(Guid message, string failure);

    [LoggerMessage(LogLevel.Warning, "SMS {Message}: the gateway answered {Status}")]
    private partial void LogRefused(Guid message, int status);
}
