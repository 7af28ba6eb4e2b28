using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Media;

namespace Minqing.App.Appeals.Intake;

/// <summary>A submission whose fields have been checked.</summary>
internal sealed record Reading(string? Text, Identity? Identity, bool HasPhone, bool KeepIdentity, IReadOnlyList<MediaId> Media)
{
    private const int NameAtMost = 50;
    private const int HomeAtMost = 200;

    public static Result<Reading> Of(Submission s, Profile profile)
    {
        var phone = string.IsNullOrWhiteSpace(s.Phone) ? default(Result<PhoneNumber>?) : PhoneNumber.Read(s.Phone);
        var problem = phone?.Problem
            ?? (phone is null && profile.Intake.PhoneRequired ? new PhoneMissing() : null)
            ?? (s.CategoryCode is { } code && profile.Categories.All(c => c.Code != code) ? new UnknownCategory(code) : null)
            ?? (s.Text?.Length > profile.Intake.WordsAtMost ? new TooLong("text", profile.Intake.WordsAtMost) : null)
            ?? (s.Name?.Length > NameAtMost ? new TooLong("name", NameAtMost) : null)
            ?? (s.About?.Length > HomeAtMost ? new TooLong("about", HomeAtMost) : null)
            ?? (s.Address?.Trim().Length > HomeAtMost ? new TooLong("address", HomeAtMost) : null)
            ?? (Problem?)(s.Home?.Length > HomeAtMost ? new TooLong("home", HomeAtMost) : null);
        if (problem is not null)
        {
            return problem;
        }

        var identity = new Identity(Writing.Line(s.Name), phone?.Value, Writing.Line(s.Home)) { About = Writing.Line(s.About) };
        return new Reading(
            s.Text, (identity.Name, identity.Phone, identity.Home, identity.About) is (null, null, null, null) ? null : identity,
            phone is not null, s.KeepIdentity ?? profile.Intake.KeepIdentityByDefault, [.. (s.Attachments ?? []).Distinct().Select(id => new MediaId(id))]);
    }

    /// <summary>The words; where somebody only spoke, the profile's words for that.</summary>
    public Result<Written> WordsWith(IReadOnlyList<BoundMedia> media, Profile profile) =>
        (Writing.Optional(Text) ?? (media.Any(m => m.Kind == MediaKind.Voice) ? Writing.Optional(profile.Texts.GetValueOrDefault("report.voice-only")) : null)) is { } words
            ? words
            : new Missing("text");
}
