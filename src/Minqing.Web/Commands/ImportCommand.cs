using System.CommandLine;
using Minqing.App.Kernel.Tables;
using Minqing.App.People.Importing;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Commands;

/// <summary><c>minqing import regions FILE.csv</c>, and the same for codes, units, people and posts: all of a file or nothing.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var on = new Option<DateOnly?>("--on") { Description = "The day from which the file is true; today when left out." };
        var root = new Option<string?>("--root") { Description = "Take only the region of this code and what is below it, as a tree of its own." };
        var regions = Make("regions", "Regions and grids: code, name, level, parent.", (services, file, dry, parse, progress, ct) =>
            services.GetRequiredService<ImportRegions>().RunAsync(file, new(dry, parse.GetValue(on), parse.GetValue(root)), progress, ct));
        regions.Add(on);
        regions.Add(root);
        return new("import", "Takes CSV files, UTF-8 or GB18030; a row that is not usable is told by its line, and then nothing is taken.")
        {
            regions,
            Make("codes", "Posted codes: region, address, building; a row without a code gets one.", async (services, file, dry, _, _, ct) =>
                await services.GetRequiredService<ImportSiteCodes>().RunAsync(file, await UnitCodes.ByCodeAsync(services, ct), dry, ct)),
            Make("units", "Units and the regions they serve.", (services, file, dry, _, _, ct) => services.GetRequiredService<ImportUnits>().RunAsync(file, dry, ct)),
            Make("people", "People with an official part.", (services, file, dry, _, _, ct) => services.GetRequiredService<ImportPersons>().RunAsync(file, dry, ct)),
            Make("posts", "Posts and who holds them.", (services, file, dry, _, _, ct) => services.GetRequiredService<ImportPosts>().RunAsync(file, new Actor("command"), dry, ct)),
        };
    }

    private delegate Task<Result<Imported>> Import(IServiceProvider services, ReadOnlyMemory<byte> file, bool dryRun, ParseResult parse, IProgress<ImportProgress> progress, CancellationToken ct);

    private static Command Make(string name, string what, Import import)
    {
        var file = new Argument<FileInfo>("file") { Description = "The CSV file." }.AcceptExistingOnly();
        var dry = new Option<bool>("--dry-run") { Description = "Check everything, change nothing." };
        var command = new Command(name, what) { file, dry };
        var installation = new Installation(command);
        command.SetAction((parse, ct) => installation.RunAsync(
            parse,
            services => ImportProgressBar.RunAsync(
                parse.InvocationConfiguration,
                async progress => await import(services, await File.ReadAllBytesAsync(parse.GetRequiredValue(file).FullName, ct), parse.GetValue(dry), parse, progress, ct)),
            ct));
        return command;
    }
}
