using System.Diagnostics;
using System.Text;
using Minqing.App.Regions.Printing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Regions.Printing;

/// <summary>Sheets as a printer and a phone's camera get them: drawn by poppler, read by zbar. Both tools are needed.</summary>
[Trait("Spec", "I-03")]
public sealed class PrintedSheetTests
{
    private const string Fixed = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly RegionPath Area = new("620402/");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Twelve_of_twelve_labels_on_a_page_can_be_scanned(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var codes = await PostAsync(test, 14);

        using var sheet = await SheetAsync(test, SheetLayout.Twelve, 14);
        var read = new List<string>();
        for (var label = 0; label < 12; label++)
        {
            // 150 dots per inch: a page is 1240 by 1754, a label a third by a quarter of that
            read.AddRange(sheet.Scan($"-r 150 -f 1 -l 1 -x {label % 3 * 413} -y {label / 3 * 438} -W 413 -H 438"));
        }

        Assert.Equal(codes.Take(12).Select(c => $"http://127.0.0.1:5311/q/{c}"), read);
        Assert.Equal(2, sheet.Scan("-r 150 -f 2 -l 2").Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_poster_says_where_it_hangs_how_to_use_it_and_whom_to_call(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var codes = await PostAsync(test, 2);

        using var sheet = await SheetAsync(test, SheetLayout.One, 2);
        var words = sheet.Words();

        Assert.Equal([$"http://127.0.0.1:5311/q/{codes[1]}"], sheet.Scan("-r 60 -f 2 -l 2"));
        Assert.All(
            ["白银区 · 人民路街道 · 红卫社区", "红卫社区胜利街 12 号院 2 号楼", "扫一扫", "说一说", "等回电", "12345", $"{codes[1][..4]} {codes[1][4..]}"],
            expected => Assert.Contains(expected, words, StringComparison.Ordinal));
        Assert.Contains("595.276 x 841.89 pts (A4)", sheet.Facts(), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_label_can_be_had_as_a_picture(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var code = (await PostAsync(test, 1))[0];

        foreach (var form in Enum.GetValues<CodePicture>())
        {
            using var file = new MemoryStream();
            Assert.True((await test.RunAsync<PrintOneCode, Result<Done>>(print => print.RunAsync(file, code, form, Ct))).Ok);
            Assert.StartsWith(form == CodePicture.Png ? "\u0089PNG" : "<?xml", Encoding.Latin1.GetString(file.ToArray()), StringComparison.Ordinal);
        }

        using var png = new MemoryStream();
        await test.RunAsync<PrintOneCode, Result<Done>>(print => print.RunAsync(png, code, CodePicture.Png, Ct));
        using var printed = new Printed(png.ToArray(), "png");
        Assert.Equal([$"http://127.0.0.1:5311/q/{code}"], printed.Read());
    }

    [Theory, OnBothDatabases]
    public async Task An_area_without_codes_and_an_unknown_code_are_refused(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        Assert.Equal(new NothingToPrint(), (await test.RunAsync<PrintCodeSheet, Result<int>>(print => print.RunAsync(Stream.Null, Area, SheetLayout.Twelve, Ct))).Problem);
        Assert.Equal(new NoSuchSiteCode(), (await test.RunAsync<PrintOneCode, Result<Done>>(print => print.RunAsync(Stream.Null, "23456789", CodePicture.Png, Ct))).Problem);
    }

    private static async Task<Printed> SheetAsync(TestDatabase test, SheetLayout layout, int count)
    {
        using var file = new MemoryStream();
        Assert.Equal(count, (await test.RunAsync<PrintCodeSheet, Result<int>>(print => print.RunAsync(file, Area, layout, Ct))).Value);
        return new(file.ToArray(), "pdf");
    }

    // Always the same codes, so that what is scanned is always the same; house 2 stands before house 12.
    private static async Task<IReadOnlyList<string>> PostAsync(TestDatabase test, int count)
    {
        var founded = new DateOnly(2020, 1, 1);
        var county = new Region(new(Guid.CreateVersion7()), "620402000000", "白银区", RegionLevel.County, null, founded);
        var town = new Region(new(Guid.CreateVersion7()), "620402001000", "人民路街道", RegionLevel.Township, county, founded);
        var village = new Region(new(Guid.CreateVersion7()), "620402001201", "红卫社区居民委员会", RegionLevel.Village, town, founded);
        var codes = Enumerable.Range(0, count).Select(i => new SiteCode(
            new(Guid.CreateVersion7()), $"{Fixed.Substring(i, 4)}{Fixed.Substring((i * 7) % 28, 4)}", new(SiteCodeKind.Building, village.Id, "红卫社区胜利街 12 号院", $"{i + 1} 号楼"), test.Clock.GetUtcNow().UtcDateTime)).ToList();
        await using var db = test.NewDb();
        db.AddRange(county, town, village);
        db.AddRange(codes);
        await db.SaveChangesAsync(Ct);
        return [.. codes.Select(c => c.Code)];
    }

    private sealed class Printed(byte[] bytes, string form) : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("minqing-print-");

        private string Path => System.IO.Path.Combine(folder.FullName, $"sheet.{form}");

        public IReadOnlyList<string> Scan(string drawn)
        {
            Save();
            Run("pdftoppm", [.. drawn.Split(' '), "-png", Path, System.IO.Path.Combine(folder.FullName, "page")]);
            var page = Assert.Single(folder.GetFiles("page*.png"));
            var read = Lines("zbarimg", ["--nodbus", "-q", "--raw", page.FullName]);
            page.Delete();
            return read;
        }

        public IReadOnlyList<string> Read()
        {
            Save();
            return Lines("zbarimg", ["--nodbus", "-q", "--raw", Path]);
        }

        public string Words()
        {
            Save();
            return Run("pdftotext", ["-layout", "-f", "2", "-l", "2", Path, "-"]);
        }

        public string Facts() => Run("pdfinfo", [Path]);

        public void Dispose() => folder.Delete(recursive: true);

        private static string[] Lines(string program, string[] arguments) => Run(program, arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        private static string Run(string program, string[] arguments)
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }

        private void Save() => File.WriteAllBytes(Path, bytes);
    }
}
