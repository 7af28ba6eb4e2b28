using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Regions.Printing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Web.Texts;

namespace Minqing.Web.Commands;

/// <summary><c>minqing codes sheet --region CODE --out FILE.pdf</c>, and <c>minqing codes picture CODE --out FILE.png</c>: posted codes on paper.</summary>
internal static class CodesCommand
{
    public static Command Make() => new("codes", "Puts posted codes on paper.") { Sheet(), Picture() };

    private static Command Sheet()
    {
        var region = new Option<string>("--region") { Description = "The codes in this region and below it, by its division code.", Required = true };
        var output = Out("The PDF file to write.");
        var one = new Option<bool>("--one-per-page") { Description = "Posters instead of twelve labels a page." };
        var command = new Command("sheet", "Writes labels or posters of an area as a PDF on A4.") { region, output, one };
        var installation = new Installation(command);
        command.SetAction((parse, ct) => installation.RunAsync(parse, services => WriteAsync(parse, output, file => SheetAsync(services, parse.GetRequiredValue(region), parse.GetValue(one), file, ct), ct), ct));
        return command;
    }

    private static Command Picture()
    {
        var code = new Argument<string>("code") { Description = "The eight letters and digits of the code." };
        var output = Out("The PNG or SVG file to write.");
        var command = new Command("picture", "Writes the label of one code as a PNG or SVG.") { code, output };
        var installation = new Installation(command);
        command.SetAction((parse, ct) => installation.RunAsync(parse, services => WriteAsync(parse, output, file => PictureAsync(services, parse.GetRequiredValue(code), parse.GetRequiredValue(output), file, ct), ct), ct));
        return command;
    }

    private static Option<FileInfo> Out(string description) => new("--out") { Description = description, Required = true };

    private static async Task<int> WriteAsync(ParseResult parse, Option<FileInfo> output, Func<Stream, Task<Result<int>>> write, CancellationToken ct)
    {
        using var written = new MemoryStream();
        var result = await write(written);
        if (result.Problem is { } problem)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(ProblemWords.Of(problem).Shown.AsMemory(), ct);
            return 1;
        }

        await File.WriteAllBytesAsync(parse.GetRequiredValue(output).FullName, written.ToArray(), ct);
        await parse.InvocationConfiguration.Output.WriteLineAsync($"{result.Value} codes".AsMemory(), ct);
        return 0;
    }

    private static async Task<Result<int>> SheetAsync(IServiceProvider services, string region, bool one, Stream file, CancellationToken ct)
    {
        var code = RegionCode.Complete(region) ?? region;
        return await services.GetRequiredService<MinqingDb>().Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, ct) is { } top
            ? await services.GetRequiredService<PrintCodeSheet>().RunAsync(file, new(top.Path), one ? SheetLayout.One : SheetLayout.Twelve, ct)
            : new NoSuchRegion(region);
    }

    private static async Task<Result<int>> PictureAsync(IServiceProvider services, string code, FileInfo output, Stream file, CancellationToken ct)
    {
        var form = output.Extension.Equals(".svg", StringComparison.OrdinalIgnoreCase) ? CodePicture.Svg : CodePicture.Png;
        return (await services.GetRequiredService<PrintOneCode>().RunAsync(file, code, form, ct)).Then(_ => 1);
    }
}
