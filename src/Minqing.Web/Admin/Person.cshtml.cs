using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Staffing;

namespace Minqing.Web.Admin;

/// <summary>One person and the posts they hold and held.</summary>
public sealed class PersonModel(ReadPerson read) : AdminPage
{
    public PersonSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => With(await read.RunAsync(Viewer, new(id), ct), found => Sheet = found);
}
