namespace Minqing.App.Regions.Printing;

/// <summary>A code as a poster: one page, read from three steps away.</summary>
internal static class CodePoster
{
    private const double Margin = 48;
    private const double Inner = CodePaper.Width - (2 * Margin);
    private const double QrSide = 292;

    public static void Draw(Canvas canvas, PlaceCard card, SheetWords words)
    {
        canvas.Colour(CodePaper.Brand);
        canvas.Fill(0, 0, CodePaper.Width, 132);
        canvas.Colour(0xFFFFFF);
        canvas.Text(words.Title, Margin, 26, Inner, 42, bold: true, Align.Center);
        canvas.Text(words.Lead, Margin, 88, Inner, 17, align: Align.Center);

        canvas.Colour(CodePaper.Quiet);
        canvas.Text(card.Around, Margin, 148, Inner, 14, align: Align.Center);
        canvas.Colour(CodePaper.Ink);
        canvas.Text(card.Place, Margin, 170, Inner, canvas.Fitting(card.Place, Inner, 27, 17), bold: true, Align.Center, lines: 2);

        card.DrawQr(canvas, (CodePaper.Width - QrSide) / 2, 226, QrSide);
        canvas.Colour(CodePaper.Brand);
        canvas.Frame((CodePaper.Width - QrSide) / 2, 226, QrSide, QrSide, 10, 1.5);

        Steps(canvas, words);
        Bottom(canvas, card, words);
    }

    private static void Steps(Canvas canvas, SheetWords words)
    {
        const double Column = Inner / 3;
        var pictures = new Action<Canvas>[] { Pictograms.Scan, Pictograms.Say, Pictograms.CallBack };
        for (var i = 0; i < pictures.Length; i++)
        {
            var x = Margin + (i * Column);
            canvas.Colour(CodePaper.BrandSoft);
            canvas.Fill(x + (Column / 2) - 33, 538, 66, 66, 33);
            canvas.Colour(CodePaper.Brand);
            canvas.Within(x + (Column / 2) - 19, 552, 38 / 24.0, pictures[i]);
            canvas.Colour(CodePaper.Ink);
            canvas.Text($"{i + 1}  {words.Steps[i].Name}", x, 610, Column, 19, bold: true, Align.Center);
            canvas.Colour(CodePaper.Quiet);
            canvas.Text(words.Steps[i].How, x + 4, 640, Column - 8, 12.5, align: Align.Center, lines: 2);
        }
    }

    private static void Bottom(Canvas canvas, PlaceCard card, SheetWords words)
    {
        canvas.Colour(CodePaper.BrandSoft);
        canvas.Fill(Margin, 694, Inner, 84, 10);
        canvas.Colour(CodePaper.Ink);
        canvas.Text(words.NoPhone, Margin + 20, 706, Inner - 40, 14);
        canvas.Colour(CodePaper.Brand);
        canvas.Text(words.Hotline, Margin + 20, 725, (Inner / 2) - 20, 36, bold: true);
        canvas.Colour(CodePaper.Ink);
        canvas.Text(card.Spoken, Margin + (Inner / 2), 729, (Inner / 2) - 20, 30, bold: true, Align.Right);
        canvas.Colour(CodePaper.Quiet);
        canvas.Text(words.Danger, Margin, 793, Inner * 0.7, 11.5);
        canvas.Text(words.Owner, Margin + (Inner * 0.7), 793, Inner * 0.3, 11.5, align: Align.Right);
    }
}
