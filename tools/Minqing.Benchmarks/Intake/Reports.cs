using System.Net.Http.Json;
using Minqing.Web.Demo;

namespace Minqing.Benchmarks.Intake;

/// <summary>Reports as another program sends them, from one wall after the other.</summary>
internal sealed class Reports(IReadOnlyList<DemoCode> codes)
{
    private int count;

    public HttpRequestMessage Next()
    {
        var no = Interlocked.Increment(ref count);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports")
        {
            Content = JsonContent.Create(new { siteCode = codes[no % codes.Count].Code, text = $"楼下的路灯坏了三天，晚上看不见路，老人容易摔倒。第{no}次", phone = $"138{no % 100_000_000:00000000}", keepIdentity = false }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return request;
    }
}
