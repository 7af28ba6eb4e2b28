using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Minqing.App.People.Exporting;
using Minqing.App.Regions.Exporting;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Web.Texts;

namespace Minqing.Web.Commands;

/// <summary><c>minqing export regions FILE.csv</c>, and the same for codes, units, people and posts: what an import takes back.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var root = new Option<string?>("--root") { Description = "Only the region of this code and what is below it." };
        var regions = Make("regions", (services, stream, parse, ct) => services.GetRequiredService<ExportRegions>().RunAsync(stream, parse.GetValue(root), ct));
        var codes = Make("codes", (services, stream, parse, ct) => CodesAsync(services, stream, parse.GetValue(root), ct));
        regions.Add(root);
        codes.Add(root);
        return new("export", "Writes CSV files that an import takes back.")
        {
            regions,
            codes,
            Make("units", async (services, stream, _, ct) => await services.GetRequiredService<ExportUnits>().RunAsync(stream, ct)),
            Make("people", async (services, stream, _, ct) => await services.GetRequiredService<ExportPersons>().RunAsync(stream, ct)),
            Make("posts", async (services, stream, _, ct) => await services.GetRequiredService<ExportPosts>().RunAsync(stream, ct)),
        };
    }

    private delegate Task<Result<int>> Export(IServiceProvider services, Stream stream, ParseResult parse, CancellationToken ct);

    private static Command Make(string name, Export export)
    {
        var file = new Argument<FileInfo>("file") { Description = "The CSV file to write." };
        var command = new Command(name, $"Writes {name}.") { file };
        var installation = new Installation(command);
        command.SetAction((parse, ct) => installation.RunAsync(parse, services => RunAsync(services, parse.GetRequiredValue(file), export, parse, ct), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file, Export export, ParseResult parse, CancellationToken ct)
    {
        using var written = new MemoryStream();
        var result = await export(services, written, parse, ct);
        if (result.Problem is { } problem)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(ProblemWords.Of(problem).Shown.AsMemory(), ct);
            return 1;
        }

        await File.WriteAllBytesAsync(file.FullName, written.ToArray(), ct);
        await parse.InvocationConfiguration.Output.WriteLineAsync($"{result.Value} rows".AsMemory(), ct);
        return 0;
    }

    private static async Task<Result<int>> CodesAsync(IServiceProvider services, Stream stream, string? root, CancellationToken ct)
    {
        var db = services.GetRequiredService<MinqingDb>();
        var units = (await UnitCodes.ByCodeAsync(services, ct)).ToDictionary(u => u.Value, u => u.Key);
        if (root is null)
            return await services.GetRequiredService<ExportSiteCodes>().RunAsync(stream, null, units, ct);

        var code = RegionCode.Complete(root) ?? root;
        return await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, ct) is { } top
            ? await services.GetRequiredService<ExportSiteCodes>().RunAsync(stream, new(top.Path), units, ct)
            : new NoSuchRegion(root);
    }
}
