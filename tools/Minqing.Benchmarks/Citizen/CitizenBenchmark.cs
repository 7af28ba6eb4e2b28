using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Minqing.App;
using Minqing.Benchmarks.Beds;
using Minqing.Benchmarks.Intake;
using Minqing.Web.Demo;
using Spectre.Console;

namespace Minqing.Benchmarks.Citizen;

/// <summary><c>benchmarks citizen</c>: the real program as a process of its own: start to first answer, bytes of the citizen's page on the wire, memory after a load of pages and reports.</summary>
internal static class CitizenBenchmark
{
    public static Command Make()
    {
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10, Description = "How long it is under load." };
        var command = new Command("citizen", "The citizen's page on the wire, start to first answer, memory after load.") { seconds };
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await MeasureAsync(TimeSpan.FromSeconds(parse.GetValue(seconds)), ct));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(TimeSpan time, CancellationToken ct)
    {
        await using var bed = await Bed.MakeAsync(DatabaseKind.Sqlite, ct);
        var settings = Town.SettingsOf(bed, new(DatabaseKind.Sqlite, $"Data Source={Path.Combine(Directory.CreateDirectory(Path.Combine(bed.Folder, "data")).FullName, "minqing.db")}"));
        IReadOnlyList<DemoCode> codes;
        await using (var town = await Town.ServeAsync(settings, loops: false, ct))
            codes = (await town.FillAsync(bed.Folder, ct)).Codes;

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        using var program = Start(settings, address);
        try
        {
            using var http = new HttpClient { BaseAddress = address };
            await UntilAnswerAsync(http, program, ct);
            var started = watch.Elapsed;
            var table = new Table().AddColumns("citizen", "figure");
            table.AddRow("start to first answer, s", Text(started.TotalSeconds));
            table.AddRow("memory after start, MB", Text(Megabytes(program)));
            foreach (var encoding in new[] { "br", "gzip", "identity" })
                table.AddRow($"page, {encoding}, bytes with head", Text(await BytesAsync(address, $"/q/{codes[0].Code}", encoding, ct)));

            foreach (var (what, figure) in await Lighthouse.MeasureAsync(new(address, $"/q/{codes[0].Code}"), bed.Folder, ct))
                table.AddRow(what, figure);

            var pages = await Load.RunAsync(address, 32, time / 2, () => Page(codes), ct);
            var reports = await Load.RunAsync(address, 32, time / 2, new Reports(codes).Next, ct);
            table.AddRow("pages/s", Text(pages.PerSecond));
            table.AddRow("reports/s (SQLite)", Text(reports.PerSecond));
            table.AddRow("refused", Text(pages.Failed + reports.Failed));
            table.AddRow("memory after load, MB", Text(Megabytes(program)));
            return table;
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(Settings settings, Uri address)
    {
        string[] limits = ["reports-per-address", "reports-per-device", "reports-per-code", "reports-per-phone"];
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Minqing.Web.dll"), "serve", "--data", settings.Data, "--urls", address.ToString().TrimEnd('/'),
            .. limits.SelectMany(l => new[] { "--set", $"limits.{l}=1000000000" }),
        ];
        var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        program.BeginOutputReadLine(); // its log is not for here
        return program;
    }

    private static async Task UntilAnswerAsync(HttpClient http, Process program, CancellationToken ct)
    {
        while (!program.HasExited)
        {
            try
            {
                (await http.GetAsync(new Uri("/healthz", UriKind.Relative), ct)).Dispose();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20, ct);
            }
        }

        throw new InvalidOperationException("The program did not start.");
    }

    private static HttpRequestMessage Page(IReadOnlyList<DemoCode> codes)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/q/{codes[Random.Shared.Next(codes.Count)].Code}");
        request.Headers.Add("Accept-Encoding", "br");
        return request;
    }

    // By hand, so that what is counted is what went over the wire.
    private static async Task<long> BytesAsync(Uri address, string path, string encoding, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"), ct);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, ct);
        return all.Length;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Megabytes(Process program)
    {
        program.Refresh();
        return program.WorkingSet64 / 1048576.0;
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
