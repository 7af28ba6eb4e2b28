using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Staffing;
using Minqing.Web.Shared;

namespace Minqing.Web.Admin;

/// <summary>The posts of the area and who holds them.</summary>
public sealed class PostsModel(ListPosts list) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Vacant { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PostPage List { get; private set; } = new([], null);

    public IReadOnlyList<Chip> Filters =>
    [
        new("全部", AdminTabs.Href("/admin/posts", ("q", Q)), !Vacant),
        new("空缺", AdminTabs.Href("/admin/posts", ("q", Q), ("vacant", "true")), Vacant),
    ];

    public string? Next => List.Next is { } next ? AdminTabs.Href("/admin/posts", ("q", Q), ("vacant", Vacant ? "true" : null), ("after", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await list.RunAsync(Viewer, Q, Vacant, After, ct), found => List = found);
}
