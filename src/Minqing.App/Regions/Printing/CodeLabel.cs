namespace Minqing.App.Regions.Printing;

/// <summary>A code as a label of 70 by 74 mm, twelve to a page.</summary>
internal static class CodeLabel
{
    public const double Width = CodePaper.Width / 3;
    public const double Height = CodePaper.Height / 4;

    // what most printers can print on
    private const double Margin = 17;
    private const double Inner = Width - (2 * Margin);
    private const double QrSide = 104;
    private const double QrX = Margin - (QrSide * 4 / 37); // its quiet margin may reach into ours
    private const double StepWidth = 44;

    public static void Draw(Canvas canvas, PlaceCard card, SheetWords words)
    {
        card.DrawQr(canvas, QrX, 53, QrSide);
        canvas.Colour(CodePaper.Brand);
        canvas.Text(words.Title, Margin, 9, Inner, 9.5, bold: true);
        canvas.Colour(CodePaper.Ink);
        if (card.Building.Length == 0)
        {
            canvas.Text(card.Address, Margin, 25, Inner, canvas.Fitting(card.Address, Inner, 13, 9.5), bold: true, lines: 2);
        }
        else
        {
            canvas.Text(card.Address, Margin, 23.5, Inner, canvas.Fitting(card.Address, Inner, 9, 8));
            canvas.Text(card.Building, Margin, 36, Inner, canvas.Fitting(card.Building, Inner, 13, 9), bold: true);
        }

        Steps(canvas, words);
        canvas.Colour(CodePaper.Ink);
        canvas.Text(card.Spoken, Margin, 158, Inner, 15, bold: true);
        canvas.Colour(CodePaper.Quiet);
        canvas.Text(words.NoPhone, Margin, 184, Inner - 48, 7.5);
        canvas.Colour(CodePaper.Brand);
        canvas.Text(words.Hotline, Margin + Inner - 60, 177, 60, 14, bold: true, Align.Right);
    }

    private static void Steps(Canvas canvas, SheetWords words)
    {
        var pictures = new Action<Canvas>[] { Pictograms.Scan, Pictograms.Say, Pictograms.CallBack };
        for (var i = 0; i < pictures.Length; i++)
        {
            var (x, y) = (Width - Margin - StepWidth + 5, 63 + (i * 31));
            canvas.Colour(CodePaper.Brand);
            canvas.Within(x + ((StepWidth - 19) / 2), y, 19 / 24.0, pictures[i]);
            canvas.Colour(CodePaper.Ink);
            canvas.Text(words.Steps[i].Name, x, y + 19.5, StepWidth, 7.5, align: Align.Center);
        }
    }
}
