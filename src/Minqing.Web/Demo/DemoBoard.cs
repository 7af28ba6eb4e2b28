using Minqing.App;
using Minqing.App.Regions.Codes;

namespace Minqing.Web.Demo;

/// <summary>What whoever starts a demonstration needs: a code to scan, accounts to sign in with, the phones' messages.</summary>
public sealed class DemoBoard(Settings settings, SiteLinks links)
{
    public async Task ShowAsync(DemoCode? code, Uri handset, TextWriter output, bool colours)
    {
        await output.WriteLineAsync($"\n民情直通 Minqing — 演示数据 demonstration data\n");
        if (code is not null)
        {
            await output.WriteLineAsync($"  扫码反映 Report     {code.Url}\n                      {code.Place}\n");
            await output.WriteLineAsync(TerminalQr.Draw(links.Qr(code.Code), "    ", colours));
        }

        await output.WriteLineAsync($"  工作人员 Sign in    {new Uri(settings.PublicUrl, "/sign-in")}");
        await AccountsAsync(output);
        await output.WriteLineAsync($"                      验证码 One-time code: ./minqing code SECRET\n");
        await output.WriteLineAsync($"  手机短信 Handset    {handset}");
        await output.WriteLineAsync($"  全部账号和码 Files  {DemoFill.Folder(settings)}/accounts.csv, codes.csv");
        await output.WriteLineAsync($"  停止 Stop           Ctrl-C\n");
        await output.FlushAsync();
    }

    private async Task AccountsAsync(TextWriter output)
    {
        var file = Path.Combine(DemoFill.Folder(settings), "accounts.csv");
        if (!File.Exists(file))
            return;
        foreach (var account in DemoAccount.OnePerRole(await File.ReadAllLinesAsync(file)))
            await output.WriteLineAsync($"                      {account}");
    }
}
