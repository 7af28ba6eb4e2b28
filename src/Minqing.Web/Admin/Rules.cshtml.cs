using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Rules;

namespace Minqing.Web.Admin;

/// <summary>The rules in force in readable words, and what the check of their folder finds.</summary>
public sealed class RulesModel(ReadRules read) : AdminPage
{
    public RulesNow Now { get; private set; } = null!;

    public RuleWords Rules => new(Now.InForce);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await read.RunAsync(Viewer, ct), found => Now = found);
}
