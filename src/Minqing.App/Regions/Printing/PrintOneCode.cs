using Microsoft.EntityFrameworkCore;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Regions.Printing;

/// <summary>Writes the label of one code as a picture, for a sign maker or a screen.</summary>
public sealed class PrintOneCode(MinqingDb db, SiteLinks links, Profile profile)
{
    // 300 dots per inch
    private const double Fine = 300 / 72.0;

    public async Task<Result<Done>> RunAsync(Stream to, string typed, CodePicture form, CancellationToken ct)
    {
        if (Canvas.Missing() is { } missing)
        {
            return missing;
        }

        if (SiteCodeText.Parse(typed) is not { } text || await db.SiteCodes.AsNoTracking().FirstOrDefaultAsync(c => c.Code == text && c.RevokedAt == null && c.ReplacedBy == null, ct) is not { } code)
        {
            return new NoSuchSiteCode();
        }

        var (card, words) = (PlaceCard.Of(code, "", links), SheetWords.Of(profile));
        switch (form)
        {
            case CodePicture.Svg:
                using (var canvas = Canvas.Svg(to, CodeLabel.Width, CodeLabel.Height))
                {
                    OnWhite(canvas, card, words);
                    canvas.NextPage();
                    canvas.End();
                }

                break;
            case CodePicture.Png:
                Canvas.Png(to, CodeLabel.Width, CodeLabel.Height, Fine, canvas => OnWhite(canvas, card, words));
                break;
        }

        return default(Done);
    }

    private static void OnWhite(Canvas canvas, PlaceCard card, SheetWords words)
    {
        canvas.Colour(0xFFFFFF);
        canvas.Fill(0, 0, CodeLabel.Width + 1, CodeLabel.Height + 1);
        CodeLabel.Draw(canvas, card, words);
    }
}

/// <summary>The forms of a single code's picture.</summary>
public enum CodePicture
{
    Png,
    Svg,
}
