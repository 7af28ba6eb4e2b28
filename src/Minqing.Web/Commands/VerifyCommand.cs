using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Minqing.App;
using Minqing.App.Configuration;
using Minqing.Storage;
using Minqing.Storage.Media;
using Minqing.Storage.Sealing;
using Minqing.Storage.Verifying;

namespace Minqing.Web.Commands;

/// <summary><c>minqing verify</c>: checks all that was ever written; exit 1 when anything was changed, removed or reordered, 2 when it could not be checked.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The data folder, or a copy of it: minqing.db and tree-heads.log.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string?> Postgres = new("--postgres") { Description = "The connection string of a PostgreSQL database, instead of the data folder's own." };
    private static readonly Option<string?> Heads = new("--heads") { Description = "The head file, where it is not tree-heads.log of the data folder." };
    private static readonly Option<FileInfo[]> Keys = new("--key") { Description = "Believe only heads signed by this key (PEM); may be repeated." };

    private static readonly Option<bool> RowsAlone = new("--without-media") { Description = "Do not read the files of photos and recordings, for a copy that has none." };

    public static Command Make()
    {
        var command = new Command("verify", "Checks that nothing in the journal was changed, removed or reordered.") { Data, Postgres, Heads, Keys, RowsAlone };
        command.SetAction(async (parse, ct) =>
        {
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            try
            {
                return await RunAsync(parse, output, ct);
            }
            catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or ArgumentException or InvalidCastException or FormatException)
            {
                await error.WriteLineAsync($"Could not be checked: {e.Message}".AsMemory(), ct);
                return 2;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TextWriter output, CancellationToken ct)
    {
        var settings = Settings(parse);
        if (settings.Database.Kind == DatabaseKind.Sqlite && new SqliteConnectionStringBuilder(settings.Database.Connection).DataSource is var file && !File.Exists(file))
            throw new FileNotFoundException($"there is no database {file}");

        await using var services = new ServiceCollection().AddLogging().AddMinqingApp(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        if (await Migrator.PendingAsync(db, ct) is { Count: > 0 } pending)
            throw new ArgumentException($"this program is newer than the database, which it has not opened yet. Start it once, on the database itself or on a copy, or check with the program that wrote it. Pending: {string.Join(", ", pending)}");

        var watch = Stopwatch.StartNew();
        var verdict = await new Verification(db)
            .RunAsync(parse.GetValue(Heads) ?? settings.TreeHeads, [.. (parse.GetValue(Keys) ?? []).Select(k => HeadKey.OfPem(File.ReadAllText(k.FullName)))], ct,
                parse.GetValue(RowsAlone) ? null : scope.ServiceProvider.GetRequiredService<MediaStore>());
        await TellAsync(verdict, watch.Elapsed, output);
        return verdict.Sound ? 0 : 1;
    }

    private static Settings Settings(ParseResult parse)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parse.GetValue(Postgres) is { } postgres)
            options["postgres"] = postgres;
        var settings = SettingsSources.Load(parse.GetValue(Data)!, options, new Dictionary<string, string>());
        return settings.Problem is { } problem ? throw new ArgumentException(problem.ToString()) : settings.Value;
    }

    private static async Task TellAsync(Verdict verdict, TimeSpan took, TextWriter output)
    {
        foreach (var finding in verdict.Findings)
            await output.WriteLineAsync(finding.ToString());
        if (verdict.Found > verdict.Findings.Count)
            await output.WriteLineAsync($"… and {verdict.Found - verdict.Findings.Count:N0} more");

        await output.WriteLineAsync($"Checked {verdict.Entries:N0} journal entries ({verdict.Stripped:N0} stripped of a secret's place) of {verdict.Subjects:N0} subjects, {verdict.Texts:N0} texts ({verdict.ErasedTexts:N0} erased), {verdict.Media:N0} photos and recordings in {verdict.MediaFiles:N0} files, {verdict.Heads:N0} tree heads in {took.TotalSeconds:N1} s.");
        await output.WriteLineAsync($"Not yet sealed: {verdict.Unsealed:N0} entries. Heads not yet in the head file: {verdict.HeadsNotInFile:N0}. Signed by: {string.Join(", ", verdict.SignedBy)}.");
        await output.WriteLineAsync(verdict.Sound ? "Everything is as it was written." : $"NOT SOUND: {verdict.Found:N0} findings.");
    }
}
