using System.Text.Json;
using System.Text.Json.Serialization;
using Minqing.App.Kernel.Limiting;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Intake;

/// <summary>What somebody sends in: where, what, and as much of themselves as they like.</summary>
/// <param name="SiteCode">The code they scanned; or <paramref name="RegionCode"/>, 12 digits (15 for a grid).</param>
/// <param name="KeepIdentity">Keep it from those handling the matter; null takes the profile's default.</param>
/// <param name="About">Whom it is about, in words: kept in the vault.</param>
/// <param name="Intent">What the person wants; a disclosure of officials' misconduct goes to the unit for that alone (I-31).</param>
/// <param name="AboutUnit">The unit of the place that it is about: it does not get it (P-12).</param>
public sealed record Submission(
    string? SiteCode,
    string? RegionCode,
    string? Text,
    string? Phone = null,
    string? Name = null,
    bool? KeepIdentity = null,
    string? CategoryCode = null,
    Point? Point = null,
    string? Address = null,
    string? Home = null,
    string? About = null,
    IReadOnlyList<Guid>? Attachments = null,
    Channel Channel = Channel.Interface,
    Intent? Intent = null,
    Guid? AboutUnit = null)
{
    /// <summary>The member of staff who takes it down; null where the person sends it in themselves.</summary>
    public Actor? TakenBy { get; init; }

    /// <summary>How the person agreed to being spoken for; null where nobody speaks for them.</summary>
    public Consent? Consent { get; init; }

    /// <summary>The category that the words suggest: found on receipt, taken where none was chosen.</summary>
    public string? Suggested { get; init; }

    /// <summary>What was done at once by whoever saw it on their round; null leaves it to be done.</summary>
    public string? DoneOnSpot { get; init; }

    /// <summary>That a person writes, where that was asked for; no part of what is sent in.</summary>
    [JsonIgnore]
    public HumanProof? Proof { get; init; }

    /// <summary>The same content gives the same print: how a retry is told from another submission under the same key. Keyed, so that no number can be guessed from it.</summary>
    public string PrintBy(MasterKeys keys) => Convert.ToHexStringLower(keys.MacOf("submission", JsonSerializer.SerializeToUtf8Bytes(this)));

    public override string ToString() => nameof(Submission);
}

/// <summary>What the person gets at once: the number, the code that opens the follow page, and what happens by when.</summary>
public sealed record Receipt(string Number, string QueryCode, IReadOnlyList<Promise> Promises);

/// <summary>What is promised: <c>first-call</c> or <c>solve</c>, and until when (UTC).</summary>
public sealed record Promise(string Kind, DateTime DueAt);
