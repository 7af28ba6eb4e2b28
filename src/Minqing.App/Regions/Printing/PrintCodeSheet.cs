using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Regions.Printing;

/// <summary>Writes the codes in use of an area as a PDF to print: labels or posters, in the order in which somebody walks from place to place.</summary>
public sealed partial class PrintCodeSheet(MinqingDb db, SiteLinks links, Profile profile)
{
    private const int PerPage = 12;

    /// <summary>Gives how many codes were drawn.</summary>
    public async Task<Result<int>> RunAsync(Stream to, RegionPath area, SheetLayout layout, CancellationToken ct)
    {
        if (Canvas.Missing() is { } missing)
        {
            return missing;
        }

        var cards = await CardsAsync(area, ct);
        if (cards.Count == 0)
        {
            return new NothingToPrint();
        }

        var words = SheetWords.Of(profile);
        using var canvas = Canvas.Pdf(to, CodePaper.Width, CodePaper.Height, $"{words.Owner} {words.Title}");
        foreach (var page in cards.Chunk(layout == SheetLayout.Twelve ? PerPage : 1))
        {
            ct.ThrowIfCancellationRequested();
            Draw(canvas, page, layout, words);
            canvas.NextPage();
        }

        canvas.End();
        return cards.Count;
    }

    private static void Draw(Canvas canvas, PlaceCard[] page, SheetLayout layout, SheetWords words)
    {
        switch (layout)
        {
            case SheetLayout.One:
                CodePoster.Draw(canvas, page[0], words);
                break;
            case SheetLayout.Twelve:
                for (var i = 0; i < page.Length; i++)
                {
                    var card = page[i];
                    canvas.Within(i % 3 * CodeLabel.Width, i / 3 * CodeLabel.Height, 1, _ => CodeLabel.Draw(canvas, card, words));
                }

                canvas.Colour(CodePaper.Cut);
                canvas.CutLine(CodeLabel.Width, 0, CodeLabel.Width, CodePaper.Height);
                canvas.CutLine(2 * CodeLabel.Width, 0, 2 * CodeLabel.Width, CodePaper.Height);
                for (var row = 1; row <= 3; row++)
                {
                    canvas.CutLine(0, row * CodeLabel.Height, CodePaper.Width, row * CodeLabel.Height);
                }

                break;
        }
    }

    private async Task<IReadOnlyList<PlaceCard>> CardsAsync(RegionPath area, CancellationToken ct)
    {
        var codes = await db.SiteCodes.AsNoTracking().InUse()
            .Join(db.Regions.Under(area), c => c.Region, r => r.Id, (c, r) => new { Code = c, r.Path })
            .OrderBy(x => x.Path).ToListAsync(ct);
        var names = await PlaceNames.OfAsync(db, area, ct);
        return
        [
            .. codes.OrderBy(x => x.Path, StringComparer.Ordinal).ThenBy(x => Walked(x.Code.Address), StringComparer.Ordinal).ThenBy(x => Walked(x.Code.Building), StringComparer.Ordinal)
                .Select(x => PlaceCard.Of(x.Code, names.Around(x.Path), links)),
        ];
    }

    // number 2 stands before number 12
    private static string Walked(string words) => Numbers.Replace(words, n => n.Value.PadLeft(8, '0'));

    [GeneratedRegex("[0-9]{1,8}")]
    private static partial Regex Numbers { get; }
}
