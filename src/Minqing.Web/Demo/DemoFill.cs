using System.Diagnostics;
using Minqing.App;
using Minqing.App.Policy;
using Minqing.Domain.Policy;

namespace Minqing.Web.Demo;

/// <summary>Fills an empty database with a city: its real divisions, made-up grids, officials, codes and accounts.</summary>
public sealed class DemoFill(DemoMark mark, DemoRegions regions, DemoPeople people, DemoAccounts accounts, DemoCodes codes, Profile profile, Settings settings)
{
    public static string Folder(Settings settings) => Path.Combine(settings.Data, "demo");

    /// <summary>Does what is missing; <paramref name="say"/> hears of each step.</summary>
    public async Task<DemoCode?> RunAsync(Action<string> say, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder(settings));
        if (await mark.BeginAsync(ct))
        {
            await StepAsync("区划与网格 Regions", () => regions.RunAsync(Path.Combine(Profiles.Find(settings.Profile), "regions.csv"), ct), say);
            IReadOnlyList<DemoOfficial> officials = [];
            await StepAsync("人员与岗位 Officials", async () => officials = await people.FillAsync(profile.Root, DemoExtent.Whole, ct), say);
            await StepAsync("账号 Accounts", () => accounts.RunAsync(officials, Path.Combine(Folder(settings), "accounts.csv"), ct), say);
            await mark.EndAsync(ct);
        }

        // Again on every start: the addresses may be others.
        DemoCode? first = null;
        await StepAsync("二维码 Codes", async () => first = await codes.RunAsync(Path.Combine(Folder(settings), "codes.csv"), ct) is [var one, ..] ? one : null, say);
        return first;
    }

    private static async Task StepAsync(string what, Func<Task> step, Action<string> say)
    {
        var watch = Stopwatch.StartNew();
        await step();
        say($"  {what}  {watch.Elapsed.TotalSeconds:0.0} s");
    }
}
