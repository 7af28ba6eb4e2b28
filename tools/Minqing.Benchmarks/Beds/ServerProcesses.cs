using System.Globalization;

namespace Minqing.Benchmarks.Beds;

/// <summary>The processes of a PostgreSQL on this machine, as Linux tells of them.</summary>
internal static class ServerProcesses
{
    private const double TicksPerSecond = 100;

    /// <param name="home">The folder of the server's socket, with its data below.</param>
    public static TimeSpan Cpu(string home)
    {
        var postmaster = File.ReadLines(Path.Combine(home, "data", "postmaster.pid")).First();
        return TimeSpan.FromSeconds(Directory.EnumerateDirectories("/proc").Select(Stat).Where(s => s is not null && (s[1] == postmaster || s[0] == postmaster)).Sum(s => Ticks(s!)) / TicksPerSecond);
    }

    // Process, parent, and the rest behind the name, which may hold anything.
    private static string[]? Stat(string folder)
    {
        if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
            return null;

        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var rest = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return [Path.GetFileName(folder), rest[1], .. rest];
        }
        catch (IOException)
        {
            return null; // gone meanwhile
        }
    }

    // utime and stime are fields 14 and 15; the rest begins with field 3.
    private static double Ticks(string[] stat) => double.Parse(stat[2 + 11], CultureInfo.InvariantCulture) + double.Parse(stat[2 + 12], CultureInfo.InvariantCulture);
}
