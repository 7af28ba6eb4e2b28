using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Minqing.App.Appeals.Intake;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Intake;

namespace Minqing.App.Appeals;

/// <summary>One sending of a step under a key that the sender made: sent twice, it is taken once. Without a key nothing is remembered.</summary>
public sealed record Sending
{
    private readonly string key;
    private readonly Step step;
    private readonly string body;

    private Sending(string key, Step step, string body) => (this.key, this.step, this.body) = (key, step, body);

    public bool Known => key.Length > 0;

    /// <summary>Whether the key can be used as one.</summary>
    public Problem? Problem => key.Length > 200 || key.Any(c => c is < '!' or > '~') ? new IdempotencyKeyNotUsable() : null;

    /// <param name="content">What is sent; under the same key it must be the same again.</param>
    public static Sending Of(string? key, Step step, params IEnumerable<string?> content) =>
        // Keyed by the sender's own key: from what is stored nobody guesses what was said.
        new(key ?? "", step, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key ?? ""), JsonSerializer.SerializeToUtf8Bytes(content))));

    /// <summary>A key of somebody with posts: another person's same key is another one.</summary>
    public static Sending Of(Viewer viewer, string? key, Step step, params IEnumerable<string?> content) =>
        Of(string.IsNullOrEmpty(key) ? null : $"{viewer.Person.Value:N}:{key}", step, content);

    /// <summary>The row that remembers it. A key counts for one step of one report.</summary>
    public SubmissionKey As(ReportId report, DateTime at) => new() { Key = KeyOf(report), Body = body, Report = report, At = at };

    /// <summary>Under what it is remembered.</summary>
    public string KeyOf(ReportId report) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{step.Name()} {report.Value:N} {key}")));

    /// <summary>What to say when it was taken already: that it is done, unless something else was sent.</summary>
    public Problem? Differs(SubmissionKey before) => before.Body == body ? null : new IdempotencyKeyReused();
}
