using System.Globalization;
using System.Text.RegularExpressions;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using YamlDotNet.Serialization;

namespace Minqing.App.Notices;

/// <summary>The words of notices: the profile's where it has some, else those that come with the program.</summary>
public sealed partial class NoticeTexts(Profile profile)
{
    private const int PlaceAtMost = 30;
    private static readonly Dictionary<string, string> BuiltIn = Read();

    /// <summary>The names of all texts that come with the program.</summary>
    internal static IReadOnlyCollection<string> Keys => BuiltIn.Keys;

    /// <summary>Short, plain, with the link.</summary>
    public string Sms(Notice notice, Uri link, DateTime now) => Fill($"sms.{notice.Kind.Name()}", notice, link, now);

    /// <summary>Several as one: how many things, how many of them late and nearly late.</summary>
    public string Digest(IReadOnlyList<Notice> notices, Uri link) => CountHoles().Replace(Of("sms.digest"), hole => hole.Value switch
    {
        "{count}" => Things(notices),
        "{late}" => Things(notices.Where(n => n.Kind is NoticeKind.LimitPassed or NoticeKind.LimitLongPassed)),
        "{near}" => Things(notices.Where(n => n.Kind == NoticeKind.LimitNear)),
        _ => link.ToString(),
    });

    /// <summary>One line for the list in the app.</summary>
    public string Line(Notice notice, DateTime now) => Fill($"notice.{notice.Kind.Name()}", notice, null, now);

    /// <summary>What a change of regions or units is.</summary>
    public string Of(ReorganisationKind kind, string oldName, string newName) => Names().Replace(Of($"reorganised.{kind.Name()}"), hole => hole.Value == "{old}" ? oldName : newName);

    /// <summary>A text as it is written, holes and all.</summary>
    public string Of(string key) => profile.Texts.TryGetValue(key, out var own) ? own : BuiltIn[key];

    private string Fill(string key, Notice notice, Uri? link, DateTime now) => Holes().Replace(Of(key), hole => hole.Value switch
    {
        "{place}" => link is null ? notice.Address : InShort(notice.Address),
        "{what}" => notice.Clock is { } clock ? Of($"clock.{clock.Name()}") : "",
        "{day}" => notice.DueAt is { } day ? LocalTime.Of(day).ToString("M月d日", CultureInfo.InvariantCulture) : "",
        "{due}" => notice.DueAt is { } due ? When(due, now) : "",
        _ => link?.ToString() ?? "",
    });

    /// <summary>A place as an SMS has room for it: people type more than a place into that field.</summary>
    internal static string InShort(string place) => place.Length > PlaceAtMost ? place[..PlaceAtMost] + "…" : place;

    // The day is left out when it is today's.
    internal static string When(DateTime at, DateTime now) =>
        LocalTime.Of(at).ToString(LocalTime.DayOf(at) == LocalTime.DayOf(now) ? "HH:mm" : "M月d日HH:mm", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Read()
    {
        using var text = new StreamReader(typeof(NoticeTexts).Assembly.GetManifestResourceStream("notices/zh-CN.yaml")!);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(text);
    }

    private static string Things(IEnumerable<Notice> notices) => notices.Select(n => n.Appeal).Distinct().Count().ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(count|late|near|link)\}")]
    private static partial Regex CountHoles();

    [GeneratedRegex(@"\{(place|what|due|day|link)\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"\{(old|new)\}")]
    private static partial Regex Names();
}
