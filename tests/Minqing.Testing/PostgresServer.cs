using System.Diagnostics;

namespace Minqing.Testing;

/// <summary>The PostgreSQL of this test run: the one named by <c>MINQING_TEST_POSTGRES</c>, else one of our own that ends with the process.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static Process? keeper;

    /// <summary>A connection string without a database, with the right to create some.</summary>
    public static Task<string> ConnectionAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("MINQING_TEST_POSTGRES") is { Length: > 0 } given)
            return given;

        keeper = Process.Start(new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "throwaway-postgres"), "--in-memory"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("bash did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        return await keeper.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"PostgreSQL did not start: {await keeper.StandardError.ReadToEndAsync()}");
    }

    private static void Stop()
    {
        keeper!.StandardInput.Close();
        keeper.WaitForExit(TimeSpan.FromSeconds(20));
    }
}
