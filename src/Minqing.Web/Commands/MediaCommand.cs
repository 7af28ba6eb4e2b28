using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Minqing.App;
using Minqing.App.Media;
using Minqing.App.Media.Tools;
using Minqing.Domain.Kernel;
using Minqing.Web.Texts;

namespace Minqing.Web.Commands;

/// <summary><c>minqing media check FILE…</c>: what would be read from files and what would be stored of them. Nothing is kept.</summary>
internal static class MediaCommand
{
    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Photos and voice clips.", Arity = ArgumentArity.OneOrMore };
        var into = new Option<DirectoryInfo?>("--into") { Description = "Writes what would be stored into this folder, in the clear." };
        var check = new Command("check", "Shows what is read from photos and voice clips, and what would be stored.") { files, into };
        check.SetAction(async (parse, ct) =>
        {
            var settings = new MediaSettings();
            var tools = new MediaTools(settings, NullLogger<MediaTools>.Instance);
            using var preparation = new MediaPreparation(tools, settings);
            var output = parse.InvocationConfiguration.Output;
            await output.WriteLineAsync($"previews: {Installed(tools.Pictures, settings.VipsThumbnail)}, playable voice: {Installed(tools.Voice, settings.Ffmpeg)}");
            var refused = false;
            foreach (var file in parse.GetRequiredValue(files))
            {
                var result = await preparation.PrepareAsync(await File.ReadAllBytesAsync(file.FullName, ct), new(), ct);
                refused |= !result.Ok;
                await output.WriteLineAsync($"{file.Name}: {Line(result)}");
                await KeepAsync(parse.GetValue(into), Path.GetFileNameWithoutExtension(file.Name), result, ct);
            }

            return refused ? 1 : 0;
        });
        return new("media", "Photos and voice clips.") { check };
    }

    private static string Installed(bool there, string name) => there ? name : $"not installed ({name})";

    private static string Line(Result<PreparedMedia> result)
    {
        if (result.Problem is { } problem)
        {
            return $"refused, {ProblemWords.Of(problem).Code}: {ProblemWords.Of(problem).Shown}";
        }

        var (original, exif) = (result.Value.Original, result.Value.Exif);
        var size = original.Width is null ? string.Create(CultureInfo.InvariantCulture, $"{original.Length?.TotalSeconds:0.00} s") : $"{original.Width}x{original.Height}";
        var place = exif.Point is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Lat:0.000000},{p.Lon:0.000000}") : "none";
        var time = exif.At?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "none";
        var others = string.Join(", ", result.Value.Others.Select(o => $"{o.Role} {o.ContentType} {o.Bytes.Length} bytes{(o.Width is null ? "" : $" {o.Width}x{o.Height}")}"));
        return $"{original.Format} {size}, place {place}, taken {time}, stored {original.Bytes.Length} bytes{(others.Length > 0 ? $"; {others}" : "")}";
    }

    private static async Task KeepAsync(DirectoryInfo? into, string name, Result<PreparedMedia> result, CancellationToken ct)
    {
        if (into is null || !result.Ok)
        {
            return;
        }

        into.Create();
        await File.WriteAllBytesAsync(Path.Combine(into.FullName, $"{name}.{result.Value.Original.Format}".ToLowerInvariant()), result.Value.Original.Bytes, ct);
        foreach (var other in result.Value.Others)
        {
            await File.WriteAllBytesAsync(Path.Combine(into.FullName, $"{name}.{other.Role}.{(other.Width is null ? "m4a" : "jpg")}".ToLowerInvariant()), other.Bytes, ct);
        }
    }
}
