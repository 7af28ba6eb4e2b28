using Minqing.App.Administration.Files;
using Minqing.App.Administration.Gaps;
using Minqing.App.Administration.Reorganising;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Web.Texts;

namespace Minqing.Web.Admin;

/// <summary>What administrators read for codes of the program.</summary>
public static class AdminWords
{
    /// <summary>A kind of message.</summary>
    public static string Queue(string kind) => Words.Has($"admin.queue.{kind}") ? Words.Say($"admin.queue.{kind}") : kind;

    /// <summary>A loop: its name, and for the outbox the kind of message that it draws.</summary>
    public static string Loop(string loop) =>
        loop.StartsWith("outbox ", StringComparison.Ordinal) ? Queue(loop[7..]) : Words.Has($"admin.loop.{loop}") ? Words.Say($"admin.loop.{loop}") : loop;

    public static string Role(Role role) => Words.Say($"role.{role.Name()}");

    public static string Level(RegionLevel level) => Words.Say($"staff.level.{level.Name()}");

    public static string Unit(UnitKind kind) => Words.Say($"admin.unit.{kind.Name()}");

    public static string Kind(SiteCodeKind kind) => Words.Say($"admin.code.{kind.Name()}");

    public static string File(FileKind kind) => Words.Say($"admin.file.{kind.Name()}");

    public static string Day(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日";

    /// <summary>A change of regions or units in a line.</summary>
    public static string Reorganised(ReorganisationRow row) => Words.Say($"admin.reorganised.{row.Kind.Name()}", ("OldName", row.OldName), ("NewName", row.NewName));

    /// <summary>How far a change is.</summary>
    public static string State(ReorganisationRow row) => Words.Say($"admin.reorganisation.{(row.Late ? "late" : row.State.Name())}");

    /// <summary>A village or grid that goes along, with its new name where it gets one.</summary>
    public static string Going(MergedPlace place) => place.NewName == place.Name ? place.Name : Words.Say("admin.going", ("Name", place.Name), ("NewName", place.NewName));

    /// <summary>What becomes of a unit.</summary>
    public static string Fate(MergedUnit unit, string into) => Words.Say($"admin.fate.{unit.Fate.Name()}", ("Other", unit.Other), ("Into", into));

    /// <summary>Who acts while a post is vacant.</summary>
    public static string StandIn(Gap gap) => (gap.Tier, gap.FilledBy) switch
    {
        (null, _) => Words.Say("admin.stand-in.outside"),
        (_, null) => Words.Say("admin.stand-in.nobody"),
        var (own, filled) => Words.Say(own == filled ? "admin.stand-in.same" : "admin.stand-in.above", ("Names", gap.Acting.Select(a => $"{Role(a.Role)} {a.Name}"))),
    };
}
