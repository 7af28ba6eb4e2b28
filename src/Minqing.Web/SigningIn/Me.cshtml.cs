using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.People;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.SigningIn;

/// <summary>Who I am here, where I am signed in, and how.</summary>
public sealed class MeModel(DescribeMe describe, ListSessions list, UserManager<Account> accounts) : StaffPage
{
    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Posts { get; private set; } = [];

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>The session that this page is seen in.</summary>
    public Guid Own => User.Signed()!.Session;

    public bool LooksAfterAccounts => Viewer.May(Permission.ManageAccounts);

    public bool PasswordWrong => !ModelState.IsValid;

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var me = await describe.RunAsync(Viewer, ct);
        Name = me.Name;
        Posts = [.. me.Posts.Select(p => string.Join(" · ", new[] { p.Region, p.Unit, Words.Say($"role.{p.Role.Name()}") }.Distinct()))];
        Sessions = (await list.RunAsync(Viewer, null, ct)).Value;
        Passkeys = await accounts.GetPasskeysAsync((await accounts.FindByIdAsync(Viewer.Account.ToString()!))!);
        return Page();
    }

    public async Task<IActionResult> OnPostSignOutAsync([FromServices] EndSession end, CancellationToken ct)
    {
        await end.RunAsync(Viewer, Own, ct);
        SessionCookie.Take(HttpContext);
        return LocalRedirect("/sign-in");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, [FromServices] EndSession end, CancellationToken ct) =>
        await DoneAsync(await end.RunAsync(Viewer, session, ct), "", "那部设备已经退出", ct);

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? passkey, CancellationToken ct)
    {
        var account = (await accounts.FindByIdAsync(Viewer.Account.ToString()!))!;
        foreach (var own in (await accounts.GetPasskeysAsync(account)).Where(p => Convert.ToHexString(p.CredentialId) == passkey))
            await accounts.RemovePasskeyAsync(account, own.CredentialId);
        return await DoneAsync(new Done(), "", "通行密钥已经删除", ct);
    }

    public async Task<IActionResult> OnPostPasswordAsync([FromServices] ChangePassword change, CancellationToken ct)
    {
        var changed = await change.RunAsync(Viewer.Account!.Value, Own, Password, NewPassword, ct);
        return await DoneAsync(changed, changed.Problem is PasswordNotRight ? nameof(Password) : nameof(NewPassword), "密码已经改了，别的设备都已退出", ct);
    }

    private async Task<IActionResult> DoneAsync(Result<Done> done, string field, string said, CancellationToken ct)
    {
        if (done.Problem is { } problem)
        {
            Refuse(problem, field);
            return await OnGetAsync(ct);
        }

        TempData["Said"] = said;
        return LocalRedirect("/me");
    }
}
