using Minqing.App.Appeals.Course;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Splitting;

/// <summary>The story of one part of a report that was split: without what was said about the others.</summary>
internal static class PartStory
{
    /// <summary>Without what the reporter did, or was asked, about another part.</summary>
    public static IReadOnlyList<ChronicleEntry> Of(IReadOnlyList<ChronicleEntry> story, IEnumerable<IReadOnlyList<ReportPart>> parts, AppealId appeal)
    {
        var elsewhere = parts.SelectMany(of => of.Where(p => p.Appeal != appeal)).SelectMany(p => p.Went).ToHashSet();
        return elsewhere.Count == 0 ? story : [.. story.Where(e => !e.Facts.OfType<IOfAppeal>().Any(f => f.Appeal is { } about && elsewhere.Contains(about)))];
    }

    /// <summary>The same for those who handle it: of what a reporter said they read the words about their own matter, in place of all.</summary>
    public static IReadOnlyList<ChronicleEntry> OwnWords(IReadOnlyList<ChronicleEntry> story, IEnumerable<Report> reports, IReadOnlyDictionary<ReportId, IReadOnlyList<ReportPart>> parts, AppealId appeal)
    {
        var split = reports.Where(r => parts[r.Id].Count > 1).ToList();
        if (split.Count == 0 || story.Count == 0)
        {
            return story;
        }

        var texts = story[0].Texts.ToDictionary();
        foreach (var report in split)
        {
            var own = OwnOf(story, report, parts[report.Id].FirstOrDefault(p => p.Went.Contains(appeal))?.Went ?? [appeal]);
            texts[report.Words] = texts.GetValueOrDefault(own);
        }

        return [.. story.Select(e => e with { Texts = texts })];
    }

    private static Guid OwnOf(IReadOnlyList<ChronicleEntry> story, Report report, IReadOnlyList<AppealId> went)
    {
        var words = report.Words;
        foreach (var split in story.Where(e => e.Subject == report.Id.Value).SelectMany(e => e.Facts).OfType<ReportSplit>())
        {
            words = (went.Contains(split.From), went.Contains(split.Part)) switch
            {
                (true, false) => split.Rest ?? words,
                (false, true) => split.Words,
                _ => words, // another part's, or taken off and joined again
            };
        }

        return words;
    }
}
